#include "sim/io/write_scenario_json.h"

#include <string>
#include <utility>

#include "sim/io/input_sums.h"
#include "sim/io/json_parts.h"
#include "sim/io/versions.h"

namespace incursion {

using nlohmann::ordered_json;

namespace {

ordered_json inputs_json(const Report& report, Diagnostics& diagnostics)
{
    ordered_json list = ordered_json::array();
    for (const InputSum& input : input_sums(report, diagnostics))
        list.push_back({{"path", input.path},
                        {"sha256", input.sha256.empty() ? ordered_json(nullptr) : ordered_json(input.sha256)}});
    return list;
}

}  // namespace

ordered_json scenario_json(const Report& report, Diagnostics& diagnostics)
{
    return {{"title", report.title},
            {"description", or_null(report.description)},
            {"path", report.path},
            {"seed", report.seed},
            {"inputs", inputs_json(report, diagnostics)},
            {"start", format_time(report.span.from)},
            {"end", format_time(report.span.to)},
            {"edges", report.edges == EdgeReading::straight ? "straight" : "geodesic"},
            {"legs", report.legs == LegReading::straight ? "straight" : "geodesic"},
            {"qnh_hpa", or_null(report.qnh_hpa)},
            {"terrain", or_null(report.terrain)}};
}

ordered_json accounts_json(const std::vector<Account>& accounts)
{
    ordered_json list = ordered_json::array();
    for (const Account& account : accounts) {
        ordered_json record{{"id", account.id}, {"title", account.title}};
        append(record, account.evidence);
        list.push_back(std::move(record));
    }
    return list;
}

ordered_json versions_json()
{
    const Versions made_with = versions();
    return {{"version", made_with.incursion}, {"gdal", made_with.gdal}, {"proj", made_with.proj}};
}

}  // namespace incursion
