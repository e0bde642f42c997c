"""Geodesics on WGS-84 to 45 digits, from the integrals of Bessel's auxiliary sphere.

A geodesic that crosses the equator with azimuth alpha0 is a great circle on a sphere of parametric
latitudes beta, with arc sigma counted from that crossing. With k2 = e'^2 cos^2(alpha0):

    s / b          = integral of sqrt(1 + k2 sin^2 sigma)
    omega - lambda = f sin(alpha0) * integral of (2 - f) / (1 + (1 - f) sqrt(1 + k2 sin^2 sigma))

(F. W. Bessel, Astron. Nachr. 4 (1825), 241-254; the form is that of C. F. F. Karney, J. Geodesy 87 (2013),
43-55, equations 7 and 8.) Both integrands are even, have the period pi and are analytic in a strip so wide
that their Fourier coefficients shrink by k2/4 < 0.0017 a term: 20 terms of a 44-point sum are exact to more
than 50 digits. The inverse problem is a root in the first azimuth. `self_test` holds all of it against
numerical quadrature and against the worked examples of Karney's tables 2 to 4.
"""

import math
import random

from mpmath import mp, mpf, sqrt, sin, cos, atan2, hypot, tan, pi, quad

mp.dps = 50

A_M = mpf(6378137)
F = 1 / mpf("298.257223563")
B_M = A_M * (1 - F)
SECOND_E2 = F * (2 - F) / (1 - F) ** 2
DEG = pi / 180

TERMS, POINTS = 20, 44
_NODES = [pi * j / POINTS for j in range(POINTS // 2 + 1)]
_SIN2 = [sin(x) ** 2 for x in _NODES]
_COS = [[cos(2 * n * x) for x in _NODES] for n in range(TERMS + 1)]


def _fourier(values):
    """Coefficients of c0 + sum of cn cos(2 n sigma) from values at the nodes of half a period."""
    weights = [mpf(1) if j in (0, POINTS // 2) else mpf(2) for j in range(POINTS // 2 + 1)]
    weighted = [w * v for w, v in zip(weights, values)]
    c = [sum(x * y for x, y in zip(weighted, row)) * 2 / POINTS for row in _COS]
    return [c[0] / 2] + c[1:]


class Integrals:
    """Both integrals as functions of sigma, for one alpha0."""

    def __init__(self, sin_a0, cos_a0):
        k2 = SECOND_E2 * cos_a0**2
        roots = [sqrt(1 + k2 * s2) for s2 in _SIN2]
        self.k2 = k2
        self.length = self._series(roots)
        self.twist = self._series([(2 - F) / (1 + (1 - F) * r) for r in roots])

    @staticmethod
    def _series(values):
        c = _fourier(values)
        return [c[0]] + [c[n] / (2 * n) for n in range(1, TERMS + 1)]

    @staticmethod
    def at(series, sigma):
        """c0 sigma + sum of cn sin(2 n sigma), by Clenshaw's recurrence."""
        two_cos, b1, b2 = 2 * cos(2 * sigma), mpf(0), mpf(0)
        for c in reversed(series[1:]):
            b1, b2 = c + two_cos * b1 - b2, b1
        return series[0] * sigma + b1 * sin(2 * sigma)


def parametric(lat_deg):
    """Sine and cosine of the parametric latitude; the cosine is exactly 0 at a pole."""
    if abs(lat_deg) == 90:
        return (mpf(1) if lat_deg > 0 else mpf(-1)), mpf(0)
    t = (1 - F) * tan(lat_deg * DEG)
    c = 1 / sqrt(1 + t * t)
    return t * c, c


class Line:
    """A geodesic from a place (degrees) into an azimuth (radians), of `sigma12` arc on the sphere."""

    def __init__(self, lon, lat, sin_a1, cos_a1, sigma12=None):
        sb, cb = parametric(lat)
        self.lon1 = lon
        self.sin_a0, self.cos_a0 = sin_a1 * cb, hypot(cos_a1, sin_a1 * sb)
        self.sigma1 = mpf(0) if sb == 0 and cos_a1 * cb == 0 else atan2(sb, cos_a1 * cb)
        self.integrals = Integrals(self.sin_a0, self.cos_a0)
        self.sense = -1 if self.sin_a0 < 0 else 1
        self._length1 = Integrals.at(self.integrals.length, self.sigma1)
        self._lambda1 = self._lambda(self.sigma1)
        self._float = [float(x) for x in (self.sin_a0, self.cos_a0, self._lambda1, lon)]
        self._float_twist = [float(x) for x in self.integrals.twist[:7]]
        if sigma12 is not None:
            self.set_end(sigma12)

    def set_end(self, sigma12):
        self.sigma12 = sigma12
        self.length_m = self.distance_m(self.sigma1 + sigma12)
        self._float_sigma = float(self.sigma1), float(sigma12)

    def set_length(self, s_m):
        sigma12 = mpf(s_m) / B_M
        for _ in range(30):
            sigma = self.sigma1 + sigma12
            step = (self.distance_m(sigma) - s_m) / (B_M * sqrt(1 + self.integrals.k2 * sin(sigma) ** 2))
            sigma12 -= step
            if abs(step) < mpf(10) ** -46:
                break
        self.set_end(sigma12)
        return self

    def distance_m(self, sigma):
        return B_M * (Integrals.at(self.integrals.length, sigma) - self._length1)

    def _lambda(self, sigma):
        e, s, c = self.sense, sin(sigma), cos(sigma)
        angle = atan2(e * self.sin_a0 * s, c)
        if self.sin_a0 == 0 and c < 0 and s < 0:
            angle = -pi  # there is no -0 here
        omega = e * (sigma - atan2(s, c) + angle)
        return omega - F * self.sin_a0 * Integrals.at(self.integrals.twist, sigma)

    def place(self, u):
        """Longitude (running on without a jump) and latitude in degrees at the fraction u of the arc."""
        sigma = self.sigma1 + u * self.sigma12
        sb, cb = self.cos_a0 * sin(sigma), hypot(self.sin_a0, self.cos_a0 * cos(sigma))
        return self.lon1 + (self._lambda(sigma) - self._lambda1) / DEG, atan2(sb, (1 - F) * cb) / DEG

    def fraction(self, u):
        """The fraction of the length at the fraction u of the arc."""
        return self.distance_m(self.sigma1 + u * self.sigma12) / self.length_m

    def azimuth(self, u):
        return atan2(self.sin_a0, self.cos_a0 * cos(self.sigma1 + u * self.sigma12)) / DEG

    def float_place(self, u):
        """`place` in doubles, for finding where to look."""
        sa, ca, lambda1, lon1 = self._float
        sigma = self._float_sigma[0] + u * self._float_sigma[1]
        e, s, c = self.sense, math.sin(sigma), math.cos(sigma)
        twist = self._float_twist[0] * sigma
        for n in range(1, 7):
            twist += self._float_twist[n] * math.sin(2 * n * sigma)
        lam = e * (sigma - math.atan2(s, c) + math.atan2(e * sa * s, c)) - float(F) * sa * twist
        lat = math.atan2(ca * s, (1 - float(F)) * math.hypot(sa, ca * c))
        return lon1 + math.degrees(lam - lambda1), math.degrees(lat)


def short_way(dlon):
    """A difference of longitudes by whole turns in (-180, 180]."""
    while dlon > 180:
        dlon -= 360
    while dlon <= -180:
        dlon += 360
    return dlon


def bracketed_root(f, a, b):
    """T. R. Chandrupatla, Adv. Eng. Software 28 (1997), 145-149, to 1e-47."""
    fa, fb = f(a), f(b)
    assert fa * fb <= 0
    if fa == 0 or fb == 0:
        return a if fa == 0 else b
    t = mpf(1) / 2
    for _ in range(400):
        x = a + t * (b - a)
        fx = f(x)
        (c, fc), (b, fb) = ((a, fa), (b, fb)) if fx * fa > 0 else ((b, fb), (a, fa))
        a, fa = x, fx
        tolerance = mpf(10) ** -47 / abs(b - a) if b != a else 1
        if fx == 0 or tolerance >= 0.5:
            return x
        xi, phi = (a - b) / (c - b), (fa - fb) / (fc - fb)
        t = mpf(1) / 2
        if phi**2 < xi and (1 - phi) ** 2 < 1 - xi:
            t = fa / (fb - fa) * fc / (fb - fc) + (c - a) / (b - a) * fa / (fc - fa) * fb / (fc - fb)
        t = min(1 - tolerance, max(tolerance, t))
    raise ArithmeticError("no convergence")


def inverse(lon1, lat1, lon2, lat2):
    """The shortest geodesic from one place to another, as a Line."""
    lon1, lat1, lon2, lat2 = map(mpf, (lon1, lat1, lon2, lat2))
    dlon = short_way(lon2 - lon1)
    if abs(lat1) == 90:
        lon1, dlon = lon2, mpf(0)
    if abs(lat2) == 90:
        dlon = mpf(0)
    if dlon in (0, 180):
        return _meridian(lon1, lat1, lat2, dlon)
    if lat1 == 0 and lat2 == 0:
        assert abs(dlon) < 179
        return Line(lon1, lat1, mpf(1 if dlon > 0 else -1), mpf(0)).set_length(A_M * abs(dlon) * DEG)
    return _general(lon1, lat1, lon2, lat2, dlon)


def _meridian(lon1, lat1, lat2, dlon):
    beta1, beta2 = (atan2(*parametric(lat)) for lat in (lat1, lat2))
    if dlon == 0:
        return Line(lon1, lat1, mpf(0), mpf(1 if lat2 > lat1 else -1), abs(beta2 - beta1))
    north = lat1 + lat2 > 0
    return Line(lon1, lat1, mpf(0), mpf(1 if north else -1), pi - abs(beta1 + beta2))


def _general(lon1, lat1, lon2, lat2, dlon):
    """Karney (2013), section 4: places swapped and mirrored so that beta1 <= -|beta2| and lon12 > 0."""
    swap = abs(lat1) < abs(lat2)
    mirror_lon = (dlon < 0) != swap
    low, high = (lat2, lat1) if swap else (lat1, lat2)
    mirror_lat = low > 0
    (sb1, cb1), (sb2, cb2) = (parametric(-x if mirror_lat else x) for x in (low, high))
    target = abs(dlon) * DEG

    def arcs(a1):
        s1, c1 = sin(a1), cos(a1)
        s0, c0 = s1 * cb1, hypot(c1, s1 * sb1)
        c2 = sqrt((c1 * cb1) ** 2 + (cb2 - cb1) * (cb2 + cb1)) / cb2
        sigma1, sigma2 = atan2(sb1, c1 * cb1), atan2(sb2, c2 * cb2)
        omega1, omega2 = atan2(s0 * sb1, c1 * cb1), atan2(s0 * sb2, c2 * cb2)
        return s0, c0, c2, sigma1, sigma2, omega2 - omega1

    def excess(a1):
        s0, c0, _, sigma1, sigma2, omega12 = arcs(a1)
        twist = Integrals(s0, c0).twist
        return omega12 - F * s0 * (Integrals.at(twist, sigma2) - Integrals.at(twist, sigma1)) - target

    a1 = bracketed_root(excess, mpf(10) ** -40, pi - mpf(10) ** -40)
    s0, _, c2, sigma1, sigma2, _ = arcs(a1)
    s, c = (s0 / cb2, c2) if swap else (sin(a1), cos(a1))
    s *= (-1 if swap else 1) * (-1 if mirror_lon else 1)
    c *= (-1 if swap else 1) * (-1 if mirror_lat else 1)
    line = Line(lon1, lat1, s, c, sigma2 - sigma1)
    lon, lat = line.place(1)
    assert abs(lat - lat2) < mpf(10) ** -42 and abs(short_way(lon - lon2)) < mpf(10) ** -38
    return line


def direct(lon, lat, azimuth_deg, s_m):
    a = mpf(azimuth_deg) * DEG
    return Line(mpf(lon), mpf(lat), sin(a), cos(a)).set_length(mpf(s_m))


def _near(x, y, tolerance):
    assert abs(x - mpf(y)) <= mpf(tolerance), (x, y)


def self_test():
    line = direct(0, 40, 30, 10_000_000)  # Karney (2013), table 2
    lon, lat = line.place(1)
    _near(lat, "41.79331020506", "6e-12")
    _near(lon, "137.84490004377", "6e-12")
    _near(line.azimuth(1), "149.09016931807", "6e-12")
    for s0, c0 in ((line.sin_a0, line.cos_a0), (mpf(0), mpf(1))):
        both = Integrals(s0, c0)
        for sigma in (mpf("0.3"), mpf(2), mpf(-3)):
            root = lambda x: sqrt(1 + both.k2 * sin(x) ** 2)
            _near(Integrals.at(both.length, sigma), quad(root, [0, sigma]), "1e-45")
            _near(Integrals.at(both.twist, sigma), quad(lambda x: (2 - F) / (1 + (1 - F) * root(x)), [0, sigma]),
                  "1e-45")
    line = inverse(0, "-30.12345", "0.00005", "-30.12344")  # table 3
    _near(line.length_m, "4.944208", "5e-7")
    _near(line.azimuth(0), "77.04353354237", "6e-12")
    line = inverse(0, -30, "179.8", "29.9")  # table 4
    _near(line.length_m, "19989832.827610", "6e-7")
    _near(line.azimuth(0), "161.89052473633", "6e-12")
    _near(line.azimuth(1), "18.09073724574", "6e-12")
    _near(inverse(35, 20, 35, -20).place(1)[0], 35, "1e-40")
    _near(inverse(179, 0, -179, 0).length_m, A_M * pi / 90, "1e-40")  # the equator is a circle
    _near(inverse(0, 0, 77, 90).length_m, "10001965.7293127", "1e-6")  # quadrant of the meridian
    draw = random.Random(2013)
    for _ in range(25):
        lon1, lat1, azimuth = draw.uniform(-180, 180), draw.uniform(-89, 89), draw.uniform(-180, 180)
        there = direct(lon1, lat1, azimuth, 10 ** draw.uniform(-3, 7.2))
        lon2, lat2 = there.place(1)
        back = inverse(lon1, lat1, lon2, lat2)
        _near(back.length_m, there.length_m, "1e-36")
        x, y = back.float_place(0.7)
        lon, lat = back.place(mpf("0.7"))
        assert abs(x - lon) * math.cos(math.radians(y)) < 1e-12 and abs(y - lat) < 1e-12


if __name__ == "__main__":
    self_test()
    print("geodesics agree with quadrature and with the published examples")
