#include "sim/io/table_jsonl.h"

#include <array>
#include <cassert>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "sim/io/block_output.h"
#include "sim/io/path_pieces.h"
#include "sim/io/write_time.h"
#include "sim/io/write_visit_json.h"

namespace incursion {

namespace {

using nlohmann::ordered_json;

struct CellJson {
    ordered_json operator()(std::monostate) const { return nullptr; }
    ordered_json operator()(std::string_view text) const { return text; }
    ordered_json operator()(double number) const { return number; }
    ordered_json operator()(std::int64_t number) const { return number; }
    ordered_json operator()(bool value) const { return value; }
    ordered_json operator()(Time time) const
    {
        std::array<char, longest_time_text> text{};
        return std::string{text.data(), write_time(text.data(), time)};
    }
};

ordered_json position_json(const PathPoint& point, bool with_height)
{
    ordered_json position = ordered_json::array();
    position.push_back(reported_lon(point.place));
    position.push_back(point.place.lat_deg);
    if (with_height)
        position.push_back(*point.altitude_m);
    return position;
}

ordered_json geometry_json(RowShape shape, std::span<const PathPoint> points)
{
    const bool with_height = has_heights(points);
    if (shape == RowShape::point)
        return {{"type", "Point"}, {"coordinates", position_json(points.front(), with_height)}};
    ordered_json lines = ordered_json::array();
    for (const std::vector<PathPoint>& piece : path_pieces(points)) {
        ordered_json line = ordered_json::array();
        for (const PathPoint& point : piece)
            line.push_back(position_json(point, with_height));
        lines.push_back(std::move(line));
    }
    if (lines.size() > 1)
        return {{"type", "MultiLineString"}, {"coordinates", std::move(lines)}};
    ordered_json only = std::move(lines.front());
    return {{"type", "LineString"}, {"coordinates", std::move(only)}};
}

class JsonLinesTable : public TableWriter {
public:
    JsonLinesTable(BlockOutput output, const TableLayout& layout) : output_{std::move(output)}, shape_{layout.shape}
    {
        for (const TableColumn& column : layout.columns)
            row_[column.name] = nullptr;
        if (shape_ != RowShape::none)
            row_["geometry"] = nullptr;
    }

    std::optional<Problem> add(std::span<const TableCell> cells, std::span<const PathPoint> points) override
    {
        assert(cells.size() + (shape_ == RowShape::none ? 0 : 1) == row_.size());
        auto member = row_.begin();
        for (const TableCell& cell : cells)
            *member++ = std::visit(CellJson{}, cell);
        if (shape_ != RowShape::none)
            *member = geometry_json(shape_, points);
        const std::string text = row_.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
        output_.text().append(text.data(), text.data() + text.size());
        output_.text().push_back('\n');
        return output_.write_if_full();
    }
    std::optional<Problem> finish() override { return output_.finish(); }
    bool broken_pipe() const override { return output_.broken_pipe(); }

private:
    BlockOutput output_;
    RowShape shape_;
    ordered_json row_ = ordered_json::object();  ///< of the last row; its members are set anew for each
};

}  // namespace

Result<std::unique_ptr<TableWriter>> create_jsonl_table(const TableTarget& target, const TableLayout& layout)
{
    Result<BlockOutput> output = BlockOutput::create(target.path, target.overwrite);
    if (!output)
        return Problem{output.problem()};
    return std::unique_ptr<TableWriter>{std::make_unique<JsonLinesTable>(std::move(output).value(), layout)};
}

}  // namespace incursion
