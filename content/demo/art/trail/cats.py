"""The bodies of leopard, tiger and lynx."""

from dataclasses import replace

from .build import Body, Joints, body, set_on, trunk_bones
from .field import Part


def cat_head(ear: float = 1.0, muzzle: float = 1.0, ruff: float = 0.0) -> list[tuple]:
    """Return the parts of a cat's head for a leopard's size (metres from the occiput)."""
    m = muzzle
    parts = [
        ((0.015, 0, 0.000), 0.072, (0.085, 0, 0.012), 0.067, {"blend": 0.02}),
        ((0.085, 0, 0.026), 0.052, (0.138, 0, 0.022), 0.036, {"blend": 0.03}),
        ((0.125, 0, 0.018), 0.030, (0.196 * m, 0, -0.003), 0.0225, {"blend": 0.02}),
        ((0.155, 0.022, -0.024), 0.036, (0.194 * m, 0.0185, -0.026), 0.0265,
         {"blend": 0.012}),
        ((0.201 * m, 0, -0.006), 0.0165, (0.206 * m, 0, -0.013), 0.014, {"blend": 0.008}),
        ((0.135, 0, -0.057), 0.030, (0.180 * m, 0, -0.055), 0.0205, {"blend": 0.012}),
        ((0.060, 0.046, -0.026), 0.052, (0.112, 0.044, -0.030), 0.040, {"blend": 0.03}),
        ((0.100, 0.052, 0.002), 0.025, (0.136, 0.038, -0.006), 0.022, {"blend": 0.02}),
        ((0.122, 0.032, 0.038), 0.017, (0.146, 0.023, 0.031), 0.013, {"blend": 0.015}),
        ((0.050, 0.028, -0.058), 0.038, (0.140, 0.012, -0.058), 0.026, {"blend": 0.03}),
        ((0.034, 0.056, 0.038), 0.036 * ear, (0.036, 0.072, 0.044 + 0.034 * ear),
         0.028 * ear, {"blend": 0.014, "thin": 0.5}),
        ((0.060, 0.062, 0.050), 0.022 * ear, (0.060, 0.071, 0.044 + 0.034 * ear),
         0.017 * ear, {"blend": 0.010, "thin": 0.7, "cut": True}),
        ((0.154, 0.038, 0.013), 0.0115, (0.150, 0.042, 0.012), 0.0115,
         {"blend": 0.014, "cut": True}),
    ]  # fmt: skip
    if ruff:
        parts.append(((0.055, 0.050, -0.040), 0.042, (0.030, 0.088, -0.072), 0.016,
                      {"blend": 0.03, "thin": 0.6}))  # fmt: skip
    return parts


FUR = {"head": 0.55, "fore_lower": 0.7, "fore_foot": 0.45, "fore_toes": 0.35, "hind_lower": 0.85,
       "hind_foot": 0.45, "hind_toes": 0.35, "neck": 1.15, "nape": 1.1, "tail5": 1.4}  # fmt: skip


def lengths(base: float, **others: float) -> dict[str, float]:
    """Return hair lengths by bone: `base` metres on the trunk, the rest as parts of it."""
    parts, out = {**FUR, **others}, {"": base}
    for name, part in parts.items():
        ends = ("_L", "_R") if name.startswith(("fore", "hind")) else ("",)
        out |= {name + end: base * part for end in ends}
    return out


def _cat(name, size, head_size, *, girth=1.0, legs=1.0, leg_long=1.0, tail=None, tail_radii=None,
         ruff=0.0, ear=1.0, muzzle=1.0, fur=0.017, fat_feet=1.0,
         tufts=(), eye=1.0, coarse=1.0) -> Body:  # fmt: skip
    tail = tail or [(-0.50, 0.60), (-0.62, 0.54), (-0.72, 0.45), (-0.80, 0.36), (-0.90, 0.29),
            (-1.01, 0.26), (-1.12, 0.27)]  # fmt: skip
    bones = trunk_bones(
        (-0.38, 0.58), (-0.18, 0.57), (0.10, 0.56), (0.36, 0.575), (0.45, 0.605), (0.53, 0.64), tail
    )
    parts = [
        Part("hips", (-0.455, 0, 0.565), 0.092, (-0.32, 0, 0.555), 0.118, 0.80, 0.03),
        Part("loin", (-0.34, 0, 0.550), 0.118, (-0.02, 0, 0.530), 0.128, 0.80, 0.03),
        Part("loin", (-0.20, 0, 0.470), 0.085, (0.0, 0, 0.445), 0.100, 0.86, 0.05),
        Part("chest", (-0.04, 0, 0.530), 0.130, (0.25, 0, 0.525), 0.138, 0.76, 0.03),
        Part("chest", (0.02, 0, 0.440), 0.102, (0.28, 0, 0.430), 0.110, 0.80, 0.05),
        Part("chest", (0.20, 0, 0.585), 0.082, (0.34, 0, 0.570), 0.086, 0.72, 0.05),
        Part("neck", (0.28, 0, 0.545), 0.118, (0.42, 0, 0.580), 0.102, 0.82, 0.04),
        Part("nape", (0.42, 0, 0.580), 0.102, (0.54, 0, 0.632), 0.084, 0.92, 0.03),
        Part("nape", (0.36, 0, 0.490), 0.080, (0.53, 0, 0.585), 0.064, 0.95, 0.05),
    ]
    radii = tail_radii or (0.036, 0.032, 0.029, 0.0275, 0.027, 0.0265, 0.022)
    for k in range(6):
        a, b = tail[k], tail[k + 1]
        parts.append(
            Part(f"tail{k}", (a[0], 0, a[1]), radii[k], (b[0], 0, b[1]), radii[k + 1], 1, 0.006)
        )
    place = (0.530 * size, 0.640 * size)
    grow = lambda p: tuple(c * size for c in p)  # noqa: E731
    bones = [replace(bone, joint=grow(bone.joint)) for bone in bones]
    parts = [
        replace(part, a=grow(part.a), b=grow(part.b), ra=part.ra * size * girth,
                rb=part.rb * size * girth, blend=part.blend * size)
        for part in parts
    ]  # fmt: skip
    parts += set_on(cat_head(ear, muzzle, ruff), place, head_size)
    fore = Joints((0.215, 0.60), (0.320, 0.440), (0.235, 0.345), (0.280, 0.130), (0.295, 0.044),
                  (0.345, 0.030), 0.088, 0.076, (0.086, 0.062, 0.042, 0.038, 0.042, 0.034))  # fmt: skip
    hind = Joints((-0.36, 0.52), (-0.350, 0.485), (-0.245, 0.360), (-0.425, 0.195),
                  (-0.375, 0.044), (-0.322, 0.029), 0.072, 0.078,
                  (0.128, 0.078, 0.036, 0.035, 0.040, 0.033))  # fmt: skip
    fore, hind = (scaled(leg, size, legs, fat_feet) for leg in (fore, hind))
    x, z = place
    return body(
        name, bones, parts, fore, hind,
        head_box=((x - 0.03 * head_size, -0.16 * head_size, z - 0.14 * head_size),
                  (x + 0.26 * head_size, 0.16 * head_size, z + 0.15 * head_size)),
        eyes=((x + 0.1385 * head_size, 0.0355 * head_size, z + 0.0135 * head_size),
              0.0118 * eye * head_size, (0.92, 0.36, 0.06), (0.30, 0.21, 0.05)),
        nose=(x + 0.216 * muzzle * head_size, 0.0, z - 0.008 * head_size),
        spine=[grow(p) for p in ((-0.45, 0.56), (-0.2, 0.53), (0.1, 0.50), (0.3, 0.52),
                                 (0.44, 0.58), (0.55, 0.64))],
        fur=lengths(fur), head=(place, head_size, 0.0), horns=list(tufts), step=0.009 * size**0.6 * coarse,
        fine=0.0035 * head_size * coarse,
    )  # fmt: skip


def scaled(j: Joints, size: float, thick: float = 1.0, feet: float = 1.0) -> Joints:
    """Return a leg at another size."""
    at = {
        n: tuple(c * size for c in getattr(j, n))
        for n in ("root", "upper", "lower", "foot", "toes", "tip")
    }
    r = [c * size * thick for c in j.radii]
    r[4:] = [c * feet for c in r[4:]]
    return Joints(**at, side=j.side * size, foot_side=j.foot_side * size, radii=tuple(r))


def leopard(coarse: float = 1.0) -> Body:
    """Return an Amur leopard, 68 cm at the shoulder; `coarse` above 1 meshes it more quickly."""
    return _cat("leopard", 1.0, 1.12, ear=0.76, coarse=coarse)


def tiger() -> Body:
    """Return an Amur tiger, 95 cm at the shoulder."""
    tail = [(-0.50, 0.60), (-0.60, 0.53), (-0.68, 0.43), (-0.74, 0.33), (-0.81, 0.25),
            (-0.90, 0.22), (-0.99, 0.24)]  # fmt: skip
    return _cat("tiger", 1.40, 1.66, girth=1.05, legs=1.06, tail=tail, ruff=1.0, ear=0.72, muzzle=1.04,
                fur=0.022, eye=0.86)  # fmt: skip


TUFT = ([(0.040, 0.068, 0.100), (0.036, 0.072, 0.128), (0.028, 0.074, 0.158)], [0.017, 0.007, 0.001],
        (0.02, 0.02, 0.02))  # fmt: skip


def lynx() -> Body:
    """Return a Eurasian lynx, 62 cm at the shoulder, with a stub of a tail."""
    tail = [(-0.50, 0.60), (-0.53, 0.585), (-0.56, 0.565), (-0.59, 0.545), (-0.615, 0.525),
            (-0.64, 0.505), (-0.66, 0.49)]  # fmt: skip
    return _cat("lynx", 0.92, 0.94, girth=0.93, legs=1.02, tail=tail,
                tail_radii=(0.036, 0.036, 0.036, 0.036, 0.036, 0.036, 0.034), ruff=1.0, ear=1.05,
                muzzle=0.93, fur=0.024, fat_feet=1.25, tufts=(TUFT,))  # fmt: skip
