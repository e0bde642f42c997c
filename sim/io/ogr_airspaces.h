#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <ogr_feature.h>

#include "sim/base/diagnostics.h"
#include "sim/io/ogr_fields.h"
#include "sim/io/ogr_rings.h"
#include "sim/model/airspace.h"

namespace incursion {

/// Where what is found wrong with one source goes.
struct Findings {
    const std::string& file;
    Diagnostics diagnostics;
    std::optional<int> line{};  ///< of the feature that is being looked at, where its source has lines

    void error(std::string path, std::string message)
    {
        diagnostics.error(file, line, std::move(path), std::move(message));
    }
    void warning(std::string path, std::string message)
    {
        diagnostics.warning(file, line, std::move(path), std::move(message));
    }
    void note(std::string message) { diagnostics.note(file, std::nullopt, "", std::move(message)); }
};

/// Builds the airspaces of one layer, feature by feature; read_airspaces.h says how.
class AirspaceBuilder {
public:
    /// The findings must outlive the builder. `lines`, where there are any, are those of the features by their numbers:
    /// what is found is then told with the line and the key instead of the number.
    AirspaceBuilder(const AirspaceFields& fields, RingReader reader, Findings& findings,
                    std::span<const long> lines = {})
        : fields_{fields}, reader_{std::move(reader)}, findings_{&findings}, lines_{lines}
    {
    }

    void add(const OGRFeature& feature);
    /// The airspaces in the order of their first feature. Notes what was odd.
    std::vector<Airspace> finish() &&;

private:
    /// The features that make one airspace.
    struct Features {
        std::size_t airspace = 0;  ///< in list_
        long count = 0;
        /// The rings of each, first and behind the last, by their first point.
        std::multimap<std::pair<double, double>, std::pair<std::size_t, std::size_t>> rings;
    };
    /// The last is the activation as text; empty where it is always active.
    using Identity = std::tuple<std::string, std::string, VerticalLimit, VerticalLimit, std::string>;

    std::string path_of(const OGRFeature& feature, const std::optional<std::string>& key);
    std::string owner_of(const OGRFeature& feature, const std::string& path, const std::string& key);
    std::optional<VerticalLimit> limit_of(const OGRFeature& feature, std::optional<int> field, const char* what,
                                          const VerticalLimit& otherwise, const std::string& path);
    /// An empty field is always active. Nothing, with an error, where the text cannot be understood.
    std::optional<std::optional<Activation>> activation_of(const OGRFeature& feature, const std::string& path);
    std::optional<std::vector<Ring>> rings_of(const OGRFeature& feature, const std::string& path);
    bool is_repeated(const Features& features, const std::vector<Ring>& rings) const;
    void merge(Airspace airspace, const std::string& path);

    AirspaceFields fields_;
    RingReader reader_;
    Findings* findings_;
    std::span<const long> lines_;
    std::vector<Airspace> list_;
    std::vector<Features> features_;
    std::map<Identity, std::size_t> places_;  ///< in features_
};

}  // namespace incursion
