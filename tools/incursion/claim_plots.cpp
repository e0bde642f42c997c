#include "tools/incursion/claim_plots.h"

#include <cctype>

#include <fmt/format.h>

namespace incursion {

namespace {

/// Letters, digits, - and _: safe as a part of a file's name.
std::string file_part(const std::string& text)
{
    std::string part;
    for (const char c : text)
        part += std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' ? c : '_';
    return part.empty() ? "none" : part;
}

const Track* own_track(const ClaimStudy& study, const Incident& incident, const Scenario& scenario)
{
    for (std::size_t i = 0; i < scenario.aircraft.size(); ++i)
        if (scenario.aircraft[i].id == study.aircraft && scenario.aircraft[i].account == study.account)
            return &incident.tracks[i];
    return nullptr;
}

}  // namespace

std::vector<ClaimPlot> claim_plots(const std::vector<ClaimStudy>& studies, const Incident& incident,
                                   const Scenario& scenario, const Airspaces& airspaces)
{
    std::vector<ClaimPlot> plots;
    for (const ClaimStudy& study : studies) {
        const Track* own = own_track(study, incident, scenario);
        for (std::size_t i = 0; i < study.readings.size(); ++i) {
            const std::string name = fmt::format("{}-{}-{}-{}", file_part(study.account), file_part(study.aircraft),
                                                 file_part(study.airspace), i + 1);
            plots.push_back({name + "-speed", speed_plot(study, study.readings[i])});
            plots.push_back({name + "-map", map_plot(study, study.readings[i], own, airspaces)});
        }
    }
    return plots;
}

}  // namespace incursion
