"""What maps, profiles and charts are drawn with: SVG, projections, lines. Colours belong to the stylesheet."""
