#include "sim/io/input_sums.h"

#include <algorithm>

#include "sim/io/sha256.h"

namespace incursion {

std::vector<InputSum> input_sums(const Report& report, Diagnostics& diagnostics)
{
    std::vector<std::string> paths;
    if (!report.path.empty())
        paths.push_back(report.path);
    for (const std::string& path : report.inputs)
        if (std::find(paths.begin(), paths.end(), path) == paths.end())
            paths.push_back(path);

    std::vector<InputSum> sums;
    for (const std::string& path : paths) {
        const Result<std::string> sum = sha256_of_file(path);
        if (!sum)
            diagnostics.warning(path, std::nullopt, "", sum.problem() + "; it is listed without one");
        sums.push_back({path, sum ? *sum : std::string{}});
    }
    return sums;
}

}  // namespace incursion
