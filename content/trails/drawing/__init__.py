"""Trail maps and elevation profiles, drawn on the server as SVG. Pure functions: facts in, drawing out."""
