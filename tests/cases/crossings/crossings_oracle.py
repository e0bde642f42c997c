"""When a track is inside an airspace, to 1e-15 s, on the mathematically exact path.

Candidates are every instant at which the path meets a side, the floor or the ceiling, and every fix. They
are found in doubles (sign changes and near-touches of a side function on a fine grid) and polished to 45
digits by the secant rule or by Newton's in two unknowns. Whether the path is inside between two neighbouring
candidates is decided by an even-odd count at its middle, so a candidate too many does no harm; further
instants drawn at random between them show that none is missing.
"""

import math
import random

from mpmath import mp, mpf, sin, cos, floor as mp_floor, matrix, lu_solve

from exact_geodesic import DEG, F, inverse, parametric, short_way

TINY = mpf(10) ** -30


def ecef(lon, lat):
    """On the ellipsoid, in units of its semi-major axis."""
    sb, cb = parametric(lat)
    return cb * cos(lon * DEG), cb * sin(lon * DEG), (1 - F) * sb


class StraightLine:
    """Straight in longitude and latitude, the short way round; a whole turn is kept (a map's frame)."""

    def __init__(self, a, b):
        self.a = mpf(a[0]), mpf(a[1])
        dlon = mpf(b[0]) - self.a[0]
        self.d = (dlon if abs(dlon) == 360 else short_way(dlon)), mpf(b[1]) - self.a[1]
        self._float = [float(x) for x in self.a + self.d]

    def place(self, u):
        return self.a[0] + u * self.d[0], self.a[1] + u * self.d[1]

    def fraction(self, u):
        return u

    def float_place(self, u):
        x, y, dx, dy = self._float
        return x + u * dx, y + u * dy


def line_between(reading, a, b):
    along_pole = abs(a[1]) == 90 and a[1] == b[1]  # one place, whatever the reading
    return StraightLine(a, b) if reading == "straight" or along_pole else inverse(a[0], a[1], b[0], b[1])


class Ring:
    def __init__(self, points, reading):
        self.sides = [line_between(reading, p, q) for p, q in zip(points, points[1:] + points[:1])]
        for side, p, q in zip(self.sides, points, points[1:] + points[:1]):
            plain = StraightLine(p, q)  # the stored corners themselves: neighbours share them to the last digit
            side.ends = [plain.place(0), plain.place(1)]
        turns = sum((s.ends[1][0] - s.ends[0][0] for s in self.sides), mpf(0)) / 360
        self.winding = int(mp.nint(turns))
        assert abs(turns - self.winding) < TINY
        self.holds_north = self.winding != 0 and self._mean_sine() * self.winding > 0

    def _mean_sine(self):
        """Integral of the sine of the latitude over the longitude, by the rule of the midpoint."""
        total = 0.0
        for side in self.sides:
            places = [side.float_place(i / 200) for i in range(201)]
            for (x0, y0), (x1, y1) in zip(places, places[1:]):
                total += math.sin(math.radians((y0 + y1) / 2)) * (x1 - x0)
        return total

    def contains(self, lon, lat):
        """Even-odd along the meridian from the place to the north pole."""
        odd = False
        for side in self.sides:
            (x0, _), (x1, _) = side.ends
            low, high = min(x0, x1), max(x0, x1)
            x = lon + 360 * mp.ceil((low - lon) / 360)
            x = x + 360 if x < low else x - 360 if x - 360 >= low else x  # the first not below `low`, rounding or not
            if x < high and lat_at(side, x) > lat:
                odd = not odd
        return odd != self.holds_north


def lat_at(side, lon):
    """Latitude of a side at a longitude (running on from its first end)."""
    if isinstance(side, StraightLine):
        return side.a[1] + side.d[1] * (lon - side.a[0]) / side.d[0]
    (x0, _), (x1, _) = side.ends
    low, high = 0.0, 1.0
    for _ in range(50):
        middle = (low + high) / 2
        if (side.float_place(middle)[0] < lon) == (x1 > x0):
            low = middle
        else:
            high = middle
    u0, u1 = mpf(low), mpf(low) + mpf(10) ** -8
    f0 = side.place(u0)[0] - lon
    for _ in range(12):
        f1 = side.place(u1)[0] - lon
        if f1 == f0 or abs(f1) < mpf(10) ** -40:
            break
        u0, f0, u1 = u1, f1, u1 - f1 * (u1 - u0) / (f1 - f0)
    return side.place(u1)[1]


# --- where a leg can meet a side, in doubles -----------------------------------------------------------------


def float_inverse(lon1, lat1, lon2, lat2):
    """Vincenty's formulae (Survey Review 23 (1975), 88-93): metres and azimuth; None where they do not converge."""
    f, a = float(F), 6378137.0
    u1, u2 = (math.atan((1 - f) * math.tan(math.radians(x))) if abs(x) < 90 else math.copysign(math.pi / 2, x)
              for x in (lat1, lat2))
    l = math.radians(math.remainder(lon2 - lon1, 360))
    s1, c1, s2, c2 = math.sin(u1), math.cos(u1), math.sin(u2), math.cos(u2)
    lam = l
    for _ in range(60):
        sl, cl = math.sin(lam), math.cos(lam)
        ss = math.hypot(c2 * sl, c1 * s2 - s1 * c2 * cl)
        if ss == 0:
            return 0.0, 0.0
        cs = s1 * s2 + c1 * c2 * cl
        sigma = math.atan2(ss, cs)
        sa = c1 * c2 * sl / ss
        ca2 = 1 - sa * sa
        c2sm = cs - 2 * s1 * s2 / ca2 if ca2 > 1e-30 else 0.0
        c = f / 16 * ca2 * (4 + f * (4 - 3 * ca2))
        last, lam = lam, l + (1 - c) * f * sa * (sigma + c * ss * (c2sm + c * cs * (2 * c2sm**2 - 1)))
        if abs(lam - last) < 1e-15:
            return a * sigma, math.atan2(c2 * math.sin(lam), c1 * s2 - s1 * c2 * math.cos(lam))
    return None


def brackets(f, grid):
    """Where a function changes its sign between neighbours of a grid, or nearly touches zero among three."""
    values = [f(u) for u in grid]
    for i in range(len(grid) - 1):
        if values[i] == 0 or values[i] * values[i + 1] < 0:
            yield grid[i], grid[i + 1]
    for i in range(1, len(grid) - 1):
        v = values[i]
        if values[i - 1] * v > 0 and v * values[i + 1] > 0 and abs(v) <= min(abs(values[i - 1]), abs(values[i + 1])):
            low, high = grid[i - 1], grid[i + 1]
            for _ in range(80):
                m1, m2 = low + (high - low) * 0.382, low + (high - low) * 0.618
                f1, f2 = f(m1), f(m2)
                if f1 * v <= 0 or f2 * v <= 0:
                    m = m1 if f1 * v <= 0 else m2
                    yield grid[i - 1], m
                    yield m, grid[i + 1]
                    break
                low, high = (low, m2) if abs(f1) < abs(f2) else (m1, high)


def bisected(f, low, high):
    sign = f(low)
    for _ in range(60):
        m = (low + high) / 2
        if f(m) * sign > 0:
            low = m
        else:
            high = m
    return (low + high) / 2


def side_functions(leg, side, places):
    """Functions of the leg's parameter that vanish on the side's line, each with how to polish their roots."""
    if isinstance(side, StraightLine):
        x0, y0, dx, dy = side._float
        lons = [x for x, _ in places]
        for turn in range(-3, 4):
            if max(lons) + 360 * turn < min(x0, x0 + dx) - 1e-3 or min(lons) + 360 * turn > max(x0, x0 + dx) + 1e-3:
                continue

            def cross(u, turn=turn):
                x, y = leg.float_place(u)
                return dx * (y - y0) - dy * (x + 360 * turn - x0)

            yield cross, lambda u, turn=turn: polish_straight(leg, side, u, turn)
    else:
        (x0, y0), (x1, y1) = ([float(v) for v in end] for end in side.ends)
        _, along = float_inverse(x0, y0, x1, y1)

        def aside(u):
            found = float_inverse(x0, y0, *leg.float_place(u))
            return math.sin(found[1] - along) * min(1.0, found[0] / 1e6) if found else 1.0

        yield aside, lambda u: polish_geodesic(leg, side, u, float_inverse(x0, y0, *leg.float_place(u)))


def polish_straight(leg, side, u, turn):
    def cross(u):
        x, y = leg.place(u)
        return side.d[0] * (y - side.a[1]) - side.d[1] * (x + 360 * turn - side.a[0])

    u0, u1 = mpf(u), mpf(u) + mpf(10) ** -8
    f0 = cross(u0)
    for _ in range(14):
        f1 = cross(u1)
        if f1 == f0 or abs(f1) < mpf(10) ** -44:
            break
        u0, f0, u1 = u1, f1, u1 - f1 * (u1 - u0) / (f1 - f0)
    if not abs(cross(u1)) < mpf(10) ** -38:
        return None
    x, y = leg.place(u1)
    k = 0 if abs(side.d[0]) > abs(side.d[1]) else 1
    v = ((x + 360 * turn, y)[k] - side.a[k]) / side.d[k]
    return u1 if -TINY <= v <= 1 + TINY and -TINY <= u1 <= 1 + TINY else None


def polish_geodesic(leg, side, u, found):
    """Newton's method for the place that both lines pass, least squares of three equations in two unknowns."""
    if found is None:
        return None
    u, v, h = mpf(u), mpf(found[0]) / side.length_m, mpf(10) ** -25
    if v > 1.01:
        return None
    for _ in range(12):
        p, q = ecef(*leg.place(u)), ecef(*side.place(v))
        r = [a - b for a, b in zip(p, q)]
        if max(map(abs, r)) < mpf(10) ** -43:
            break
        pu = [(a - b) / h for a, b in zip(ecef(*leg.place(u + h)), p)]
        qv = [(a - b) / h for a, b in zip(ecef(*side.place(v + h)), q)]
        dot = lambda a, b: sum(x * y for x, y in zip(a, b))
        step = lu_solve(matrix([[dot(pu, pu), -dot(pu, qv)], [-dot(pu, qv), dot(qv, qv)]]),
                        matrix([-dot(pu, r), dot(qv, r)]))
        u, v = u + step[0], v + step[1]
        if abs(u) > 3 or abs(v) > 3:
            return None
    if not max(map(abs, r)) < mpf(10) ** -38:
        return None
    return u if -TINY <= v <= 1 + TINY and -TINY <= u <= 1 + TINY else None


def meetings(leg, ring):
    """Fractions of the leg's length at which it meets sides of the ring."""
    places = [leg.float_place(u) for u in leg.grid]
    for side in ring.sides:
        if not isinstance(side, StraightLine) and far_apart(places, side):
            continue
        for f, polish in side_functions(leg, side, places):
            for low, high in brackets(f, leg.grid):
                u = polish(bisected(f, low, high))
                if u is not None:
                    yield min(mpf(1), max(mpf(0), leg.fraction(u)))


def far_apart(places, side):
    """True if spheres round leg and side, widened by a hundredth and 10 km, do not meet."""
    def sphere(points):
        xyz = [[float(c) for c in ecef(mpf(x), mpf(y))] for x, y in points[:: max(1, len(points) // 8)] + points[-1:]]
        middle = [sum(c) / len(xyz) for c in zip(*xyz)]
        return middle, max(math.dist(middle, p) for p in xyz) * 1.1 + 0.0016

    (m1, r1), (m2, r2) = sphere(places), sphere([side.float_place(i / 8) for i in range(9)])
    return math.dist(m1, m2) > r1 + r2


# --- visits ----------------------------------------------------------------------------------------------------


class Airspace:
    def __init__(self, data, reading):
        self.key = data["key"]
        self.rings = [Ring(points, reading) for points in data["rings"]]
        self.floor, self.ceiling = (mpf(data[k]) if k in data else None for k in ("floor_m", "ceiling_m"))

    def beside(self, lon, lat):
        return sum(r.contains(lon, lat) for r in self.rings) % 2 == 1

    def level(self, alt):
        if self.floor is not None and alt < self.floor:
            return "below"
        return "above" if self.ceiling is not None and alt >= self.ceiling else "in"


class Leg:
    """One leg with its times (ns) and altitudes."""

    def __init__(self, a, b, reading):
        self.line = line_between(reading, (a["lon"], a["lat"]), (b["lon"], b["lat"]))
        self.t0, self.t1 = mpf(a["time_ns"]), mpf(b["time_ns"])
        self.alt = (mpf(a["alt_m"]), mpf(b["alt_m"])) if "alt_m" in a else None
        length_m = float_inverse(a["lon"], a["lat"], b["lon"], b["lat"])[0]
        n = 12 if length_m < 30e3 else 60 if length_m < 300e3 else 400
        self.line.grid = [(i - 0.01) / (n - 0.02) for i in range(n + 1)]

    def place_at(self, t):
        part = (t - self.t0) / (self.t1 - self.t0)
        if isinstance(self.line, StraightLine):
            return self.line.place(part)
        u = part
        for _ in range(40):
            step = self.line.fraction(u) - part
            u -= step
            if abs(step) < mpf(10) ** -40:
                break
        return self.line.place(u)

    def alt_at(self, t):
        return self.alt[0] + (self.alt[1] - self.alt[0]) * (t - self.t0) / (self.t1 - self.t0)

    def instants(self, airspace):
        """All candidates of this leg."""
        found = [self.t0, self.t1]
        found += [self.t0 + part * (self.t1 - self.t0) for r in airspace.rings for part in meetings(self.line, r)]
        for limit in (airspace.floor, airspace.ceiling):
            if limit is not None and self.alt[0] != self.alt[1]:
                part = (limit - self.alt[0]) / (self.alt[1] - self.alt[0])
                if 0 <= part <= 1:
                    found.append(self.t0 + part * (self.t1 - self.t0))
        found.sort()
        merged = found[:1]
        for t in found[1:]:
            if t - merged[-1] > mpf(10) ** -12:  # ns; nothing in the cases lies as near as that but is not the same
                merged.append(t)
        return merged


def states(leg, airspace, draw, samples):
    """(from, to, inside in the plane, vertical place) between neighbouring candidates of a leg."""
    times = leg.instants(airspace)
    for t0, t1 in zip(times, times[1:]):
        def state(t):
            alt = leg.alt_at(t) if airspace.floor is not None or airspace.ceiling is not None else mpf(0)
            return airspace.beside(*leg.place_at(t)), airspace.level(alt)

        middle = state((t0 + t1) / 2)
        for _ in range(samples):
            assert state(t0 + (t1 - t0) * mpf(draw.uniform(0.001, 0.999))) == middle, "a crossing was missed"
        yield t0, t1, middle


def visits(case):
    """Visits of the case, in the order of the airspaces and of time."""
    draw = random.Random(case["name"])
    fixes = case["fixes"]
    legs = [Leg(a, b, case["legs"]) for a, b in zip(fixes, fixes[1:])]
    result = []
    for data in case["airspaces"]:
        airspace = Airspace(data, case["edges"])
        before, entry = None, None
        for leg in legs:
            for t0, t1, (beside, level) in states(leg, airspace, draw, 12 if len(legs) < 20 else 2):
                inside = beside and level == "in"
                if before is None and inside:
                    entry = t0, "start"
                elif before is not None and inside != (before == (True, "in")):
                    how = change(before, (beside, level))
                    if inside:
                        entry = t0, how
                    else:
                        result.append(visit(airspace.key, *entry, t0, how))
                before = beside, level
        if before == (True, "in"):
            result.append(visit(airspace.key, *entry, legs[-1].t1, "end"))
    return result


def change(before, after):
    if before[1] == after[1]:
        return "side"
    assert before[0] == after[0], "a side and a height at the same instant"
    return "floor" if "below" in (before[1], after[1]) else "ceiling"


def visit(key, entry, entry_by, exit_, exit_by):
    return {"airspace": key, "entry_ns": decimal(entry), "exit_ns": decimal(exit_), "entry_by": entry_by,
            "exit_by": exit_by}


def decimal(ns):
    """Nanoseconds with nine decimals."""
    scaled = int(mp_floor(ns * 10**9 + mpf(1) / 2))
    return f"{scaled // 10**9}.{scaled % 10**9:09d}"
