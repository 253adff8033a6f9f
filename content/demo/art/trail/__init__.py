"""Camera-trap frames: animals modelled once in three dimensions, posed, furred, lit and photographed."""
