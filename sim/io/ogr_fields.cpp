#include "sim/io/ogr_fields.h"

#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "sim/io/toml_spelling.h"

namespace incursion {

namespace {

std::vector<std::string> names_of(const OGRFeatureDefn& layer)
{
    std::vector<std::string> names;
    for (int i = 0; i < layer.GetFieldCount(); ++i)
        names.emplace_back(layer.GetFieldDefn(i)->GetNameRef());
    return names;
}

bool is_number(OGRFieldType type)
{
    return type == OFTInteger || type == OFTInteger64 || type == OFTReal;
}

class FieldFinder {
public:
    FieldFinder(const OGRFeatureDefn& layer, const std::string& file, Diagnostics& diagnostics)
        : layer_{layer}, file_{file}, diagnostics_{diagnostics}
    {
    }

    std::optional<int> find(const char* role, const std::string& name)
    {
        int index = layer_.GetFieldIndexCaseSensitive(name.c_str());
        if (index < 0)
            index = layer_.GetFieldIndex(name.c_str());
        if (index >= 0)
            return index;
        const std::vector<std::string> names = names_of(layer_);
        fail(role, fmt::format("there is no field '{}'{}; the fields are: {}", name, did_you_mean(name, names),
                               names.empty() ? "none" : fmt::format("{}", fmt::join(names, ", "))));
        return std::nullopt;
    }

    std::optional<int> find_name(const char* role, const std::string& name)
    {
        const auto index = find(role, name);
        if (!index)
            return std::nullopt;
        const OGRFieldType type = layer_.GetFieldDefn(*index)->GetType();
        if (type == OFTString || is_number(type))
            return index;
        fail(role, fmt::format("the field '{}' is neither text nor number", name));
        return std::nullopt;
    }

    /// `why` says what the text is for.
    std::optional<int> find_text(const char* role, const std::string& name, const char* why)
    {
        if (name.empty())
            return std::nullopt;
        const auto index = find(role, name);
        if (!index || layer_.GetFieldDefn(*index)->GetType() == OFTString)
            return index;
        fail(role, fmt::format("the field '{}' holds no texts; {}", name, why));
        return std::nullopt;
    }

    bool failed() const { return failed_; }

private:
    void fail(const char* role, std::string message)
    {
        failed_ = true;
        diagnostics_.error(file_, std::nullopt, role, std::move(message));
    }

    const OGRFeatureDefn& layer_;
    const std::string& file_;
    Diagnostics& diagnostics_;
    bool failed_ = false;
};

}  // namespace

std::optional<AirspaceFields> find_airspace_fields(const OGRFeatureDefn& layer, const AirspaceSource& source,
                                                   Diagnostics& diagnostics)
{
    FieldFinder finder{layer, source.path, diagnostics};
    AirspaceFields fields;
    fields.key = finder.find_name("key", source.key).value_or(0);
    if (!source.owner.empty())
        fields.owner = finder.find_name("owner", source.owner);
    constexpr const char* limit = "a limit needs its unit and datum, as '19000 ft', '1500 ft AGL', 'FL195'";
    fields.floor = finder.find_text("floor", source.floor, limit);
    fields.ceiling = finder.find_text("ceiling", source.ceiling, limit);
    fields.activation =
        finder.find_text("activation", source.activation,
                         "an activation is written as '2023-12-16T12:00Z/2023-12-16T13:00Z' or 'MON-FRI "
                         "08:00-16:00'");
    return finder.failed() ? std::nullopt : std::optional{fields};
}

std::optional<std::string> field_text(const OGRFeature& feature, int field)
{
    if (!feature.IsFieldSetAndNotNull(field))
        return std::nullopt;
    const std::string text = feature.GetFieldAsString(field);
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos)
        return std::nullopt;
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

}  // namespace incursion
