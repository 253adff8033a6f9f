"""Which drawing of static/img/icons.svg stands for each kind of point, on the map and in the list alike."""

from content.trails.models.points import PointKind

ICONS = {
    PointKind.VIEWPOINT: "view",
    PointKind.WATER: "drop",
    PointKind.WATERFALL: "waterfall",
    PointKind.CAVE: "cave",
    PointKind.SHELTER: "bench",
    PointKind.TOILET: "toilet",
    PointKind.PARKING: "parking",
    PointKind.VISITOR_CENTRE: "info",
    PointKind.TOWER: "tower",
    PointKind.HIDE: "camera",
    PointKind.WETLAND: "reeds",
    PointKind.BRIDGE: "bridge",
    PointKind.HISTORY: "column",
    PointKind.NATURE: "leaf",
    PointKind.HAZARD: "warning",
    PointKind.SIGNAL: "signal",
    PointKind.OTHER: "pin",
}
