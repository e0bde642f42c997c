#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "render/view/view_state.h"
#include "sim/base/time_text.h"

namespace incursion {

// Numbers as the scope's panels tell them, in the unit of the view. Rounded to what can be read at a glance; the
// minus sign is the true one (U+2212), and no zero carries it.

/// `nmi` or `km`.
std::string_view length_unit(LengthUnit unit);
/// `kt` or `km/h`.
std::string_view speed_unit(LengthUnit unit);
/// `ft` or `m`.
std::string_view altitude_unit(LengthUnit unit);

/// The same quantities as numbers of those units.
double length_in(LengthUnit unit, double m);
double speed_in(LengthUnit unit, double mps);
double altitude_in(LengthUnit unit, double m);

/// With so many decimals.
std::string number_text(double value, int decimals);

/// `0.42`, `3.1`, `120`: two decimals below one, one below a hundred. Without its unit.
std::string length_number(LengthUnit unit, double m);
/// `3.1 km`.
std::string length_text(LengthUnit unit, double m);
/// For figures that are compared: `2.78 km`, below a kilometre `850 m`, below ten metres `3.2 m`; `1.50 nmi`, below
/// a tenth of a mile `312 ft`.
std::string exact_length_text(LengthUnit unit, double m);

/// To the whole unit. Without it.
std::string speed_number(LengthUnit unit, double mps);
/// `317 kt`.
std::string speed_text(LengthUnit unit, double mps);
/// To the whole unit. Without it.
std::string altitude_number(LengthUnit unit, double m);
/// `19000 ft`.
std::string altitude_text(LengthUnit unit, double m);
/// Hundreds of feet in three digits, `190`, as flight levels are told, or whole metres, `5791`.
std::string level_number(LengthUnit unit, double m);
/// What level_number counts in: `100 ft` or `m`.
std::string_view level_unit(LengthUnit unit);
/// `↑` or `↓` from 2.5 m/s on (about 500 ft/min: slower changes are told by the number itself); else empty.
std::string_view trend_arrow(std::optional<double> climb_mps);

/// A direction against the north of the view: `257`, three digits, 360 for north.
std::string bearing_number(Angle true_bearing, North north, std::optional<Angle> declination);
/// `257°T`, or `252°M`; true where the declination is not known.
std::string bearing_text(Angle true_bearing, North north, std::optional<Angle> declination);

/// `12.4 s` below two minutes, `6 min 43 s` below an hour, `2 h 05 min`.
std::string short_duration(double s);

/// `35°51.83'N 036°06.87'E`, about 20 m; with kilometres `35.8638°N 36.1145°E`, about 10 m.
std::string place_text(LengthUnit unit, LonLat place);

/// `1 call`, `10 calls`.
std::string count_text(std::size_t count, std::string_view one, std::string_view many);
/// The first words, as many as fit into `letters` code points, `…` after them where some are left out.
std::string first_words(std::string_view text, std::size_t letters);

}  // namespace incursion
