#include "sim/io/ogr_to_wgs84.h"

#include <algorithm>

#include <fmt/format.h>

namespace incursion {

namespace {

std::string name_of(const OGRSpatialReference& reference)
{
    const char* name = reference.GetName();
    const char* code = reference.GetAuthorityCode(nullptr);
    const char* authority = reference.GetAuthorityName(nullptr);
    const std::string title = name == nullptr ? "its reference system" : name;
    return code == nullptr || authority == nullptr ? title : fmt::format("{} ({}:{})", title, authority, code);
}

OGRSpatialReference wgs84()
{
    OGRSpatialReference reference;
    reference.importFromEPSG(4326);
    reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return reference;
}

bool is_wgs84(const OGRSpatialReference& reference, const OGRSpatialReference& target)
{
    const char* const options[] = {"IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES",
                                   "CRITERION=EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS", nullptr};
    return reference.IsGeographic() && reference.IsSame(&target, options);
}

}  // namespace

Result<ToWgs84> ToWgs84::make(const OGRSpatialReference* reference)
{
    ToWgs84 way;
    if (reference == nullptr)
        return way;
    way.has_reference_ = true;
    const OGRSpatialReference target = wgs84();
    OGRSpatialReference source{*reference};
    source.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (is_wgs84(source, target))
        return way;
    way.transformed_ = name_of(source);
    OGRCoordinateTransformationOptions options;
    options.SetBallparkAllowed(false);
    way.transformation_.reset(OGRCreateCoordinateTransformation(&source, &target, options));
    if (!way.transformation_) {
        // Without the datum's own shift: better than nothing where the user is told.
        way.exact_ = false;
        way.transformation_.reset(OGRCreateCoordinateTransformation(&source, &target));
    }
    if (!way.transformation_)
        return Problem{fmt::format("no way is known from {} to WGS-84; transform the file first (ogr2ogr -t_srs "
                                   "EPSG:4326)",
                                   *way.transformed_)};
    return way;
}

std::optional<std::size_t> ToWgs84::transform(std::vector<double>& x, std::vector<double>& y)
{
    if (!transformation_ || x.empty())
        return std::nullopt;
    ok_.assign(x.size(), 0);
    transformation_->Transform(static_cast<int>(x.size()), x.data(), y.data(), nullptr, ok_.data());
    const auto bad = std::find(ok_.begin(), ok_.end(), 0);
    return bad == ok_.end() ? std::nullopt : std::optional{static_cast<std::size_t>(bad - ok_.begin())};
}

}  // namespace incursion
