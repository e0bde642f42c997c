#include "render/view/claim_words.h"

#include <array>

#include <fmt/format.h>

#include "render/view/wording.h"

namespace incursion {

std::string claim_subject(const Claim& claim)
{
    std::string about = claim.aircraft;
    if (!claim.airspace.empty())
        about += (about.empty() ? "" : " and ") + claim.airspace;
    return about.empty() ? claim.account : claim.account + " on " + about;
}

std::string claim_figure_name(const ClaimFigure& figure)
{
    struct Name {
        std::string_view what, words;
    };
    static constexpr std::array names{Name{"dwell", "inside"},       Name{"depth", "greatest depth"},
                                      Name{"length", "path inside"}, Name{"min_distance", "never nearer than"},
                                      Name{"altitude", "altitude"},  Name{"speed", "ground speed"},
                                      Name{"calls", "calls"},        Name{"calls_span", "calls within"},
                                      Name{"depth_from", "nearest to a place"},
                                      Name{"entry_time", "first entry"}, Name{"position", "off the position"}};
    for (const Name& name : names)
        if (name.what == figure.what)
            return std::string{name.words};
    return figure.what;
}

std::string claim_value(const ClaimFigure& figure, double value, LengthUnit unit)
{
    if (figure.what == "entry_time" && figure.claimed_time) {
        const Time time = *figure.claimed_time + seconds(value - figure.claimed);
        return format_time_of_day(std::chrono::round<std::chrono::milliseconds>(time), 3);
    }
    if (figure.unit == "s")
        return duration_text(seconds(value));
    if (figure.unit == "m/s")
        return speed_text(unit, value);
    if (figure.what == "altitude")
        return altitude_text(unit, value);
    if (figure.unit == "m")
        return exact_length_text(unit, value);
    return fmt::format("{:g}", value);
}

std::string speed_judgement(const SpeedArithmetic& sum, LengthUnit unit)
{
    if (sum.least_speed_mps && sum.speed_mps < *sum.least_speed_mps)
        return speed_text(unit, *sum.least_speed_mps - sum.speed_mps) + " slower than it can fly";
    if (sum.greatest_speed_mps && sum.speed_mps > *sum.greatest_speed_mps)
        return speed_text(unit, sum.speed_mps - *sum.greatest_speed_mps) + " faster than it can fly";
    return sum.least_speed_mps || sum.greatest_speed_mps ? "can be flown in still air" : "";
}

}  // namespace incursion
