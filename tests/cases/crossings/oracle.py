#!/usr/bin/python3
"""Writes cases.json: tracks, airspaces, and when the one is inside the other, to 1e-15 s.

    /usr/bin/python3 tests/cases/crossings/oracle.py

needs only mpmath (Debian: python3-mpmath), reads nothing of the project, and takes two minutes of a core. Run again
it writes the same bytes. The mathematics is in exact_geodesic.py and crossings_oracle.py; here are the cases.

A case: {name, legs, edges, airspaces: [{key, floor_m?, ceiling_m?, rings}], fixes: [{time_ns, lon, lat,
alt_m?}], visits: [{airspace, entry_ns, exit_ns, entry_by, exit_by}]}. `legs` and `edges` are "geodesic" or
"straight" (straight in longitude and latitude, the short way round); geodesic legs are flown at constant
ground speed, altitude is linear in time. Longitudes, latitudes and heights are the doubles nearest to their
decimals; rings do not repeat their first place and are read even-odd; heights are half-open, [floor, ceiling).
A ring that winds round the Earth holds the pole on its smaller side. time_ns counts from 1970; entry_ns and
exit_ns are decimals as text, because a double has not the digits.
"""

import json
import pathlib
import sys
import time

from mpmath import mpf

sys.dont_write_bytecode = True
from crossings_oracle import visits
from exact_geodesic import direct, inverse, self_test

EPOCH_NS = 1448349600 * 10**9  # 2015-11-24T07:20:00Z
READINGS = ("straight", "geodesic")
cases = []


def rounded(place, digits=10):
    return [round(float(place[0]), digits), round(float(place[1]), digits)]


def fixes(*rows):
    """Rows of (seconds, lon, lat) or (seconds, lon, lat, alt_m)."""
    names = ("time_ns", "lon", "lat", "alt_m")
    return [dict(zip(names, (EPOCH_NS + round(r[0] * 10**9), *r[1:]))) for r in rows]


def zone(*rings, key="A", **limits):
    return {"key": key, **limits, "rings": [[list(map(float, p)) for p in ring] for ring in rings]}


def box(west, south, east, north):
    return [(west, south), (east, south), (east, north), (west, north)]


def parallel(lat, step, first=-180):
    return [(first + i * step, lat) for i in range(360 // step)]


def add(name, track, *zones, legs=READINGS, edges=READINGS):
    for leg_reading in legs:
        for edge_reading in edges:
            cases.append({"name": f"{name} ({leg_reading} legs, {edge_reading} edges)", "legs": leg_reading,
                          "edges": edge_reading, "airspaces": list(zones), "fixes": track})


def flown(lon, lat, azimuth, speed, times, digits=10):
    """Fixes of a geodesic at constant ground speed, rounded as a receiver would."""
    return fixes(*[(t, *rounded(direct(lon, lat, azimuth, speed * t).place(1), digits)) if t else (t, lon, lat)
                   for t in times])


def steps(end, step):
    return [round(i * step, 6) for i in range(round(end / step) + 1)]


def plain_transits():
    slanted = [(36.1, 35.71), (36.44, 35.83), (36.38, 36.17), (36.17, 36.09)]
    add("transit of a small polygon", fixes((0, 35.9, 35.85), (400, 36.7, 36.02)), zone(slanted))
    add("the same with many fixes and turns",
        fixes((0, 35.9, 35.85), (90, 36.05, 35.9), (170, 36.2, 35.86), (200.5, 36.29, 35.93), (320, 36.3, 36.2)),
        zone(slanted))
    add("southern hemisphere, flying south-west", fixes((0, 149.4, -35.0), (600, 148.6, -35.9)),
        zone([(148.8, -35.2), (149.2, -35.3), (149.1, -35.6), (148.7, -35.5)]))
    add("start inside", fixes((0, 36.25, 35.95), (300, 36.9, 36.0)), zone(slanted))
    add("end inside", fixes((0, 36.9, 36.0), (300, 36.25, 35.95)), zone(slanted))
    add("inside from start to end", fixes((0, 36.25, 35.95), (10, 36.27, 35.96)), zone(slanted))
    add("two neighbours and a place between them", fixes((0, 9.3, 46.1), (700, 10.9, 46.5)),
        zone([(9.5, 46), (10, 46), (10.1, 46.6), (9.5, 46.6)], key="WEST"),
        zone([(10, 46), (10.5, 46), (10.5, 46.6), (10.1, 46.6)], key="EAST"),
        zone(box(10.7, 46, 10.8, 47), key="FAR"))
    add("a hole", fixes((0, 19.8, 50.03), (500, 21.2, 50.47)), zone(box(20, 50, 21, 51), box(20.3, 50.1, 20.6, 50.4)))
    saw = [(0, 0), (6, 0), (6, 1), (5, 0.2), (4, 1), (3, 0.2), (2, 1), (1, 0.2), (0, 1)]
    add("several visits", fixes((0, -0.5, 45.45), (3000, 6.5, 45.5)), zone([(x, y + 45) for x, y in saw]))
    tight = [t / 10**5 for t in range(0, 21)]  # 100 m/s
    add("legs of a millimetre", flown(36.0, 35.9, 60, 100, tight, 13),
        zone([(36.000000, 35.8), (36.1, 35.8), (36.1, 36.0), (36.000000103, 36.0), (36.000000103, 35.8)][1:]))


def salient():
    """A chord of about 17 s at 162 m/s through the tip of a salient."""
    tip = [(35.93, 35.98), (36.0009, 35.8313), (36.0061, 35.8171), (36.0223, 35.8199), (36.0305, 35.819),
           (36.0358, 35.8259), (36.058, 35.94)]
    for step in (0.1, 1, 10, 60):
        track = flown(35.99, 35.8231, 88, 162, steps(30 if step < 60 else 60, step))
        add(f"a chord through a salient at 162 m/s, a fix every {step} s", track, zone(tip, key="TIP"),
            legs=["geodesic"] if step < 10 else READINGS)


def sparse():
    add("one leg of 72 km", fixes((0, 35.5, 35.83), (300, 36.28, 35.95)),
        zone([(35.8, 35.7), (36.0, 35.75), (35.95, 36.1), (35.75, 36.0)]))
    add("one leg of 1,000 km", fixes((0, 30.0, 52.0), (4000, 43.5, 55.0)),
        zone([(35.5, 53.2), (37.5, 53.0), (38.5, 54.4), (36.0, 54.6)]))
    add("one leg of 9,000 km", fixes((0, -70.0, 42.5), (36000, 49.0, 35.0)),
        zone([(-20, 40), (10, 42), (12, 63), (-18, 61)]), zone(box(-75, 40, -69, 45), key="HOME"))
    add("one leg of 9,000 km over the equator", fixes((0, -46.5, -23.4), (36000, 2.5, 49.0)),
        zone(box(-35, -5, -18, 20)), zone([(-30, 14), (-10, 17), (-8, 31), (-19, 29)], key="ISLANDS"))
    add("long edges against a flight north", fixes((0, 18.0, 58.5), (2000, 18.2, 63.0)), zone(box(0, 60, 36, 65)))
    add("from 10 E to 50 E at 60 N past a zone from 61 to 63 N", fixes((0, 10.0, 60.0), (9000, 50.0, 60.0)),
        zone(box(15, 61, 45, 63)))
    add("the same past a zone of short edges", fixes((0, 10.0, 60.0), (9000, 50.0, 60.0)),
        zone([(x, 61) for x in range(15, 46)] + [(x, 63) for x in range(45, 14, -1)]))


def date_line():
    jumping = [(179.2, -17.0), (-179.5, -17.2), (-179.3, -16.1), (179.4, -16.2)]
    running_on = [(179.2, -17.0), (180.5, -17.2), (180.7, -16.1), (179.4, -16.2)]
    cut = ([(179.2, -17.0), (180, -17.12), (180, -16.15), (179.4, -16.2)],
           [(-180, -17.12), (-179.5, -17.2), (-179.3, -16.1), (-180, -16.15)])
    east = fixes((0, 178.6, -16.9), (900, -178.7, -16.3))
    west = fixes((0, -178.7, -16.3), (450, 179.9, -16.6), (900, 178.6, -16.9))
    for title, rings in (("stored with a jump", [jumping]), ("stored running on", [running_on]), ("cut at 180", cut)):
        add(f"east across 180 degrees, a ring {title}", east, zone(*rings))
        add(f"west across 180 degrees, a ring {title}", west, zone(*rings), edges=["straight"])
    add("fixes that run on beyond 180", fixes((0, 178.6, -16.9), (900, 181.3, -16.3)), zone(jumping))
    hop = fixes((0, 179.5, 0.0), (10, -179.5, 0.0))
    add("a hop across 180 degrees does not go round the world", hop, zone(box(-10, -1, 10, 1)),
        zone(box(179.7, -1, 180, 1), key="B"))


def poles():
    over = fixes((0, 30.0, 85.0), (6000, -150.0, 84.0))
    for reading, ring in (("every 30 degrees", parallel(86, 30)), ("every 60 degrees", parallel(86, 60, -170))):
        add(f"over the north pole through a ring round it, a point {reading}", over, zone(ring), legs=["geodesic"])
    add("through a fix at the pole", fixes((0, 30.0, 85.0), (2000, 0.0, 90.0), (4500, -100.0, 83.0)),
        zone(parallel(86, 30)), legs=["geodesic"])
    add("an uneven ring round the south pole, wound either way", fixes((0, -60.0, -80.0), (9000, 100.0, -79.0)),
        zone([(0, -82), (90, -85), (180, -83), (-90, -81)]),
        zone([(0, -82), (-90, -81), (180, -83), (90, -85)], key="B"))
    kilometre_off = 90 - 1 / mpf("111.69395")
    ends = [rounded(direct(100, kilometre_off, 90, s).place(1)) for s in (-600_000, 600_000)]
    beside = fixes((0, *ends[0]), (5000, *ends[1]))
    add("past the pole at 1 km, through a ring of 2 km round it", beside, zone(parallel(89.982, 30)), legs=["geodesic"])
    add("past the pole at 1 km, beside a ring of half a kilometre round it", beside, zone(parallel(89.9955, 30)),
        legs=["geodesic"])
    coast = [(-180, -78), (-120, -74), (-60, -70), (0, -70), (60, -67), (120, -66), (180, -78)]
    framed = coast + [(180, -90), (-180, -90)]
    add("over the south pole through a land framed at 180 degrees and the pole",
        fixes((0, -45.0, -65.0), (20000, 135.0, -62.0)), zone(framed), legs=["geodesic"])
    add("across 180 degrees within a land framed there",
        fixes((0, 150.0, -71.0), (4000, 175.0, -79.0), (7000, -150.0, -80.0), (10000, -130.0, -72.0)), zone(framed),
        edges=["straight"])
    add("into a ring round the pole and round within it",
        fixes((0, 0.0, 85.0), (1000, 100.0, 87.0), (2000, -160.0, 87.5), (3000, -60.0, 87.0), (4000, 10.0, 85.0)),
        zone(parallel(86, 30)))


def narrow():
    apex = float(inverse(10, 60, 12, 60).place(mpf(1) / 2)[1])
    metre = 1 / 111_412.0
    leg = fixes((0, 10.0, 60.0), (500, 12.0, 60.0))
    for title, sign in (("in by a metre", -1), ("missed by a metre", 1)):
        south = round(apex + sign * metre, 9)
        add(f"the bulge of a geodesic leg, {title}", leg, zone(box(9.9, south, 12.1, 60.5)), legs=["geodesic"],
            edges=["straight"])
        level = round(apex + sign * metre, 9)
        add(f"a level flight under the bulge of a geodesic edge, {title}", fixes((0, 9.9, level), (560, 12.1, level)),
            zone([(10, 59.5), (12, 59.5), (12, 60), (10, 60)]), legs=["straight"], edges=["geodesic"])
        a, b = (35.0, 36.0), (36.0, 36.3)
        for legs, middle in (("geodesic", inverse(*a, *b).place(mpf("0.4"))), ("straight", (35.4, 36.12))):
            corner = rounded((middle[0], middle[1] - sign * mpf(metre)), 9)
            ring = [corner, (35.9, 35.7), (35.1, 35.7)] if sign < 0 else [corner, (35.7, 35.6), (35.1, 35.6)]
            add(f"a corner, {title}", fixes((0, *a), (600, *b)), zone(ring), legs=[legs])


def vertices():
    def diamond(x, y, r=0.5):
        return [(x - r, y), (x, y - r), (x + r, y), (x, y + r)]

    add("along a parallel through two corners", fixes((0, 35.0, 36.0), (1000, 37.0, 36.0)), zone(diamond(36, 36)),
        legs=["straight"])
    add("along the equator through two corners", fixes((0, -1.0, 0.0), (1000, 1.0, 0.0)), zone(diamond(0, 0)))
    add("along a meridian through two corners", fixes((0, 36.0, 35.0), (1000, 36.0, 37.0)), zone(diamond(36, 36)))
    add("a corner touched and not entered", fixes((0, 35.0, 36.5), (1000, 37.0, 36.5)), zone(diamond(36, 36)),
        legs=["straight"])
    add("a corner touched from inside and not left", fixes((0, 35.0, 36.5), (1000, 37.0, 36.5)),
        zone([(35.5, 36), (36.5, 36), (36.5, 37), (36, 36.5), (35.5, 37)]), legs=["straight"], edges=["straight"])
    add("a fix on an edge", fixes((0, 35.0, 36.0), (100, 35.5, 36.25), (300, 36.5, 36.75)),
        zone(box(35.5, 36, 36.25, 37)), legs=["straight"])
    add("a fix on an edge, touched and not entered", fixes((0, 35.0, 36.0), (100, 35.5, 36.25), (300, 35.0, 36.5)),
        zone(box(35.5, 36, 36.25, 37)), legs=["straight"])


def heights():
    layer = {"floor_m": 5943.6, "ceiling_m": 7467.6}  # FL195 to FL245
    wide = box(20, 45, 30, 50)

    def profile(*alts):
        n = len(alts) - 1
        return fixes(*[(1000 * i / n, round(24 + 2 * i / n, 6), round(47 + 0.5 * i / n, 6), h)
                       for i, h in enumerate(alts)])

    both = {"legs": ["geodesic"], "edges": ["straight"]}
    add("from FL350 down to FL100 through FL195 to FL245", profile(10668.0, 3048.0), zone(wide, **layer))
    add("up through the same layer", profile(3048.0, 10668.0), zone(wide, **layer), **both)
    add("up into the layer and down again, twice", profile(3000.0, 7000.0, 5000.0, 6500.0, 4000.0), zone(wide, **layer))
    add("down into the layer and up again", profile(9000.0, 7000.0, 9000.0), zone(wide, **layer), **both)
    add("level at the floor is inside", profile(5943.6, 5943.6), zone(wide, **layer), **both)
    add("level at the ceiling is outside", profile(7467.6, 7467.6), zone(wide, **layer), **both)
    add("up to the floor and down again touches", profile(5000.0, 5943.6, 5000.0), zone(wide, **layer), **both)
    add("a ceiling and no floor", profile(9000.0, 1000.0), zone(wide, ceiling_m=7467.6), **both)
    add("a floor and no ceiling", profile(9000.0, 1000.0), zone(wide, floor_m=5943.6), **both)
    stack = [zone(wide, key="LOW", ceiling_m=5943.6), zone(wide, key="MID", **layer),
             zone(wide, key="HIGH", floor_m=7467.6)]
    add("a stack of layers shares a descent out", profile(10668.0, 3048.0), *stack, **both)
    small = [(24.5, 46.9), (25.4, 47.0), (25.6, 47.6), (24.7, 47.5)]
    add("in through a side, out through the floor", profile(6500.0, 5600.0), zone(small, **layer))
    add("in through the ceiling, out through a side", profile(8000.0, 6500.0), zone(small, **layer))
    add("in through the floor, out through the ceiling", profile(5000.0, 9500.0), zone(small, **layer))
    add("in and out through sides, the layer met beside the zone", profile(5800.0, 6800.0), zone(small, **layer))
    add("beside the zone while in the layer, above it while over the zone", profile(6000.0, 9000.0, 9000.0),
        zone([(25.3, 46.9), (25.9, 47.0), (25.9, 47.6), (25.3, 47.5)], **layer))


def main():
    started = time.time()
    self_test()
    for group in (plain_transits, salient, sparse, date_line, poles, narrow, vertices, heights):
        group()
    assert len({c["name"] for c in cases}) == len(cases)
    for case in cases:
        case["visits"] = visits(case)
        print(f"{time.time() - started:6.1f} s  {len(case['visits'])} visits  {case['name']}", flush=True)
    path = pathlib.Path(__file__).with_name("cases.json")
    rows = ",\n".join(json.dumps(case) for case in cases)
    path.write_text(f"[\n{rows}\n]\n")
    print(f"{len(cases)} cases, {path.stat().st_size} bytes, {path}")


if __name__ == "__main__":
    main()
