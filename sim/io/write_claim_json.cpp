#include "sim/io/write_claim_json.h"

#include <utility>

#include "sim/io/json_parts.h"

namespace incursion {

using nlohmann::ordered_json;

ordered_json claim_json(const ClaimReport& report)
{
    ordered_json figures = ordered_json::array();
    for (const ClaimFigure& figure : report.figures)
        figures.push_back({{"what", figure.what},
                           {"unit", or_null(figure.unit)},
                           {"claimed", figure.claimed},
                           {"reading", or_null(figure.reading)},
                           {"half_step", figure.half_step},
                           {"found", or_null(figure.found)},
                           {"holds", figure.found ? ordered_json(figure.holds) : ordered_json(nullptr)}});
    ordered_json arithmetic = ordered_json::array();
    for (const SpeedArithmetic& sum : report.arithmetic)
        arithmetic.push_back({{"basis", sum.basis},
                              {"path_m", sum.path_m},
                              {"dwell_s", sum.dwell_s},
                              {"speed_mps", sum.speed_mps},
                              {"altitude_m", sum.altitude_m},
                              {"least_speed_mps", or_null(sum.least_speed_mps)},
                              {"greatest_speed_mps", or_null(sum.greatest_speed_mps)}});
    ordered_json record{{"claim", or_null(report.claim.path)},
                        {"account", or_null(report.claim.account)},
                        {"aircraft", or_null(report.claim.aircraft)},
                        {"airspace", or_null(report.claim.airspace)},
                        {"figures", std::move(figures)},
                        {"arithmetic", std::move(arithmetic)}};
    append(record, report.claim.evidence);
    return record;
}

}  // namespace incursion
