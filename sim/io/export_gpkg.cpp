#include "sim/io/export_gpkg.h"

#include <deque>
#include <string>
#include <utility>

#include "sim/io/export_gpkg_file.h"
#include "sim/io/ogr_table_geometry.h"
#include "sim/io/visit_row.h"
#include "sim/io/write_visit_json.h"

namespace incursion {

namespace {

using Shape = std::unique_ptr<OGRGeometry>;

TableCell text_cell(const std::string& text)
{
    return text.empty() ? TableCell{} : TableCell{std::string_view{text}};
}

TableCell number_cell(const std::optional<double>& number)
{
    return number ? TableCell{*number} : TableCell{};
}

Shape point_shape(const std::optional<PathPoint>& at)
{
    return at ? OgrTableGeometry{RowShape::point, "GPKG"}.make({&*at, 1}) : nullptr;
}

/// One line or several, whatever parts there are.
Shape path_shape(const std::vector<std::vector<PathPoint>>& parts)
{
    const OgrTableGeometry geometry{RowShape::path, "GPKG"};
    auto lines = std::make_unique<OGRMultiLineString>();
    for (const std::vector<PathPoint>& part : parts) {
        const Shape made = geometry.make(part);
        for (const OGRLineString* line : *made->toMultiLineString())
            lines->addGeometry(line);
    }
    return lines;
}

Shape surface_shape(const std::vector<ExportedPolygon>& polygons)
{
    auto shape = std::make_unique<OGRMultiPolygon>();
    for (const ExportedPolygon& polygon : polygons) {
        auto surface = std::make_unique<OGRPolygon>();
        for (const std::vector<LonLat>& places : polygon.rings) {
            auto ring = std::make_unique<OGRLinearRing>();
            for (const LonLat& place : places)
                ring->addPoint(place.lon_deg, place.lat_deg);
            surface->addRingDirectly(ring.release());
        }
        shape->addGeometryDirectly(surface.release());
    }
    return shape;
}

Shape border_shape(const std::vector<std::vector<LonLat>>& borders)
{
    auto shape = std::make_unique<OGRMultiLineString>();
    for (const std::vector<LonLat>& places : borders) {
        auto line = std::make_unique<OGRLineString>();
        for (const LonLat& place : places)
            line->addPoint(place.lon_deg, place.lat_deg);
        shape->addGeometryDirectly(line.release());
    }
    return shape;
}

/// Fills a file with an incident, layer by layer.
class GpkgIncident {
public:
    GpkgIncident(GpkgFile& file, const ExportedIncident& incident) : file_{file}, in_{incident} {}

    void write()
    {
        write_tracks();
        write_fixes();
        write_visits();
        write_crossings();
        write_calls();
        write_events();
        write_plots();
        write_places();
        write_airspaces();
        write_records();
    }

private:
    /// A text that lasts as long as the cells that look at it.
    TableCell kept(std::string text) { return text_cell(texts_.emplace_back(std::move(text))); }
    TableCell description(const ExportFacts& facts) { return kept(facts_as_text(facts)); }
    TableCell account(std::size_t place) const { return text_cell(in_.accounts[place].id); }
    TableCell track(std::optional<std::size_t> place) const
    {
        return place ? text_cell(in_.tracks[*place].id) : TableCell{};
    }
    void add(const std::vector<TableCell>& cells, Shape shape)
    {
        file_.add(cells, std::move(shape));
        texts_.clear();
    }

    void write_tracks()
    {
        using enum CellType;
        file_.begin_layer("tracks",
                          {{"track", text},
                           {"account", text},
                           {"title", text},
                           {"type", text},
                           {"state", text},
                           {"reconstructed", boolean},
                           {"altitude_datum", text},
                           {"fixes", integer},
                           {"start", time},
                           {"end", time},
                           {"duration_s", real},
                           {"observed_s", real},
                           {"gap_s", real},
                           {"path_m", real},
                           {"visits", integer},
                           {"description", text}},
                          wkbMultiLineStringZM);
        for (const ExportedTrack& t : in_.tracks) {
            std::int64_t fixes = 0;
            for (const std::vector<PathPoint>& part : t.parts)
                fixes += static_cast<std::int64_t>(part.size());
            const bool has_span = !t.parts.empty();
            add({text_cell(t.id), account(t.account), text_cell(t.title), text_cell(t.type), text_cell(t.state),
                 t.reconstructed, name_of(t.datum), fixes, has_span ? TableCell{t.span.from} : TableCell{},
                 has_span ? TableCell{t.span.to} : TableCell{}, to_seconds(t.span.length()), to_seconds(t.observed),
                 to_seconds(t.gap), t.path_m, static_cast<std::int64_t>(t.visits.size()), description(t.facts)},
                has_span ? path_shape(t.parts) : nullptr);
        }
    }

    void write_fixes()
    {
        using enum CellType;
        file_.begin_layer("fixes",
                          {{"time", time},
                           {"track", text},
                           {"account", text},
                           {"reconstructed", boolean},
                           {"alt_m", real},
                           {"altitude_datum", text}},
                          wkbPointZM);
        for (const ExportedTrack& t : in_.tracks)
            for (const std::vector<PathPoint>& part : t.parts)
                for (const PathPoint& point : part)
                    add({point.time, text_cell(t.id), account(t.account), t.reconstructed,
                         number_cell(point.altitude_m), name_of(t.datum)},
                        point_shape(point));
    }

    void write_visits()
    {
        file_.begin_layer("visits", visit_layout(RowShape::path).columns, wkbMultiLineStringZM);
        const std::string none;
        const std::string& input = in_.inputs.empty() ? none : in_.inputs.front().path;
        for (const ExportedTrack& t : in_.tracks)
            for (const ExportedVisit& v : t.visits)
                add(visit_cells({t.id, input, &v.visit, t.datum}, DepthFigures::measured), path_shape({v.path}));
    }

    void write_crossings()
    {
        using enum CellType;
        file_.begin_layer("crossings",
                          {{"time", time},
                           {"track", text},
                           {"account", text},
                           {"airspace", text},
                           {"foreign", boolean},
                           {"way", text},
                           {"by", text},
                           {"alt_m", real},
                           {"altitude_datum", text},
                           {"error_s", real},
                           {"name", text},
                           {"description", text}},
                          wkbPointZM);
        for (const ExportedCrossing& c : in_.crossings) {
            const ExportedTrack& t = in_.tracks[c.track];
            add({c.end.time, text_cell(t.id), account(t.account), text_cell(c.airspace), c.foreign,
                 std::string_view{c.entry ? "entry" : "exit"}, name_of(c.end.by), number_cell(c.end.altitude_m),
                 name_of(t.datum), c.end.error_s, text_cell(c.name), description(c.facts)},
                point_shape(PathPoint{c.end.time, c.end.place, c.end.altitude_m}));
        }
    }

    void write_calls()
    {
        using enum CellType;
        file_.begin_layer("calls",
                          {{"time", time},
                           {"end", time},
                           {"account", text},
                           {"from", text},
                           {"to", text},
                           {"channel", text},
                           {"language", text},
                           {"text", text},
                           {"track", text},
                           {"airspace", text},
                           {"distance_to_border_m", real},
                           {"time_to_border_s", real},
                           {"description", text}},
                          wkbPointZM);
        for (const ExportedCall& c : in_.calls) {
            const Call& call = c.report.call;
            add({c.span.from, c.span.to, account(c.account), text_cell(call.from), text_cell(call.to),
                 text_cell(call.channel), text_cell(call.language), text_cell(call.text), track(c.track),
                 text_cell(c.report.airspace), number_cell(c.report.distance_to_border_m),
                 number_cell(c.report.time_to_border_s), description(c.facts)},
                point_shape(c.at));
        }
    }

    void write_events()
    {
        using enum CellType;
        file_.begin_layer("events",
                          {{"time", time},
                           {"account", text},
                           {"title", text},
                           {"track", text},
                           {"by", text},
                           {"place_told", boolean},
                           {"alt_m", real},
                           {"description", text}},
                          wkbPointZM);
        for (const ExportedEvent& e : in_.events)
            add({e.event.time, account(e.account), text_cell(e.event.title), track(e.track), text_cell(e.event.by),
                 e.place_told, e.at ? number_cell(e.at->altitude_m) : TableCell{}, description(e.facts)},
                point_shape(e.at));
    }

    void write_plots()
    {
        using enum CellType;
        file_.begin_layer("plots",
                          {{"time", time},
                           {"end", time},
                           {"name", text},
                           {"radar", text},
                           {"track", text},
                           {"account", text},
                           {"alt_m", real},
                           {"altitude_datum", text},
                           {"accuracy_m", real}},
                          wkbPointZM);
        for (const ExportedPlots& p : in_.plots)
            for (const Fix& fix : p.fixes)
                add({fix.time, fix.time + seconds(p.scan_period_s), text_cell(p.name), text_cell(p.radar),
                     track(p.track), account(in_.tracks[p.track].account), number_cell(fix.altitude_m),
                     name_of(p.datum), number_cell(fix.accuracy_m)},
                    point_shape(PathPoint{fix.time, fix.place, fix.altitude_m}));
    }

    void write_places()
    {
        using enum CellType;
        file_.begin_layer("places", {{"name", text}, {"kind", text}, {"description", text}}, wkbPoint);
        for (const ExportedPlace& p : in_.places)
            add({text_cell(p.name), text_cell(p.kind), description(p.facts)},
                std::make_unique<OGRPoint>(reported_lon(p.position), p.position.lat_deg));
    }

    void write_airspaces()
    {
        using enum CellType;
        const std::vector<TableColumn> columns{
            {"key", text}, {"owner", text}, {"floor", text}, {"ceiling", text}, {"active", text}};
        const auto cells = [&](const ExportedAirspace& a) -> std::vector<TableCell> {
            return {text_cell(a.key), text_cell(a.owner), kept(format_vertical_limit(a.floor)),
                    kept(format_vertical_limit(a.ceiling)), text_cell(a.activation)};
        };
        file_.begin_layer("airspaces", columns, wkbMultiPolygon);
        for (const ExportedAirspace& a : in_.airspaces)
            add(cells(a), surface_shape(a.polygons));
        file_.begin_layer("borders", columns, wkbMultiLineString);
        for (const ExportedAirspace& a : in_.airspaces)
            add(cells(a), border_shape(a.lines));
    }

    /// What has no place on a map.
    void write_records()
    {
        using enum CellType;
        file_.begin_layer("accounts", {{"account", text}, {"title", text}, {"description", text}}, wkbNone);
        for (const ExportedAccount& a : in_.accounts)
            add({text_cell(a.id), text_cell(a.name), description(a.facts)}, nullptr);
        file_.begin_layer("claims", {{"account", text}, {"about", text}, {"description", text}}, wkbNone);
        for (const ExportedClaim& c : in_.claims)
            add({account(c.account), text_cell(c.name), description(c.facts)}, nullptr);
        file_.begin_layer("inputs", {{"path", text}, {"sha256", text}}, wkbNone);
        for (const InputSum& i : in_.inputs)
            add({text_cell(i.path), text_cell(i.sha256)}, nullptr);
        file_.begin_layer("about", {{"what", text}, {"text", text}}, wkbNone);
        add({std::string_view{"title"}, text_cell(in_.title)}, nullptr);
        for (const ExportFact& fact : in_.facts)
            add({text_cell(fact.label), text_cell(fact.text)}, nullptr);
    }

    GpkgFile& file_;
    const ExportedIncident& in_;
    std::deque<std::string> texts_;
};

}  // namespace

std::optional<Problem> write_export_gpkg(const TableTarget& target, const ExportedIncident& incident, Diagnostics&)
{
    Result<std::unique_ptr<GpkgFile>> created = GpkgFile::create(target);
    if (!created)
        return Problem{created.problem()};
    const std::unique_ptr<GpkgFile> file = std::move(created).value();
    GpkgIncident{*file, incident}.write();
    return file->finish();
}

}  // namespace incursion
