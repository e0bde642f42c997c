#include "render/view/chart_parts.h"

#include <algorithm>

#include "render/view/polyline.h"

namespace incursion {

namespace {

// A chart as large as any, and what can be seen on it.
constexpr float seen_width_px = 1000, seen_height_px = 400, seen_chart_px = 0.3F;

struct ChartPoint {
    double x = 0, y = 0;
};

Point point_of(ChartPoint place)
{
    return {static_cast<float>(std::clamp(place.x, 0.0, 1.0)), static_cast<float>(std::clamp(place.y, 0.0, 1.0))};
}

/// Where the line from a to b has height y. REQUIRES: a.y != b.y.
ChartPoint at_height(ChartPoint a, ChartPoint b, double y)
{
    return {a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y), y};
}

/// The part of a curve between 0 and 1, in pieces.
class Clipping {
public:
    void add(ChartPoint place)
    {
        if (last_)
            add_stretch(*last_, place);
        else if (is_within(place))
            piece_.push_back(point_of(place));
        last_ = place;
    }
    void end_piece()
    {
        if (piece_.size() > 1)
            pieces_.push_back(std::move(piece_));
        piece_.clear();
    }
    void break_off()
    {
        end_piece();
        last_.reset();
    }
    std::vector<std::vector<Point>> pieces() { return std::move(pieces_); }

private:
    static bool is_within(ChartPoint place) { return place.y >= 0 && place.y <= 1; }

    void add_stretch(ChartPoint a, ChartPoint b)
    {
        if ((a.y < 0 && b.y < 0) || (a.y > 1 && b.y > 1))
            return;
        if (!is_within(a))
            piece_.push_back(point_of(at_height(a, b, a.y < 0 ? 0 : 1)));
        if (is_within(b)) {
            piece_.push_back(point_of(b));
            return;
        }
        piece_.push_back(point_of(at_height(a, b, b.y < 0 ? 0 : 1)));
        end_piece();
    }

    std::optional<ChartPoint> last_;
    std::vector<Point> piece_;
    std::vector<std::vector<Point>> pieces_;
};

}  // namespace

float ChartScale::share_of_value(double value) const
{
    return static_cast<float>(std::clamp((value - bottom_) / (top_ - bottom_), 0.0, 1.0));
}

std::vector<std::vector<Point>>
ChartScale::pieces(const TrackSeries& series,
                   const std::function<std::optional<double>(const TrackSample&)>& value) const
{
    Clipping clipping;
    for (const std::vector<TrackSample>& part : series) {
        for (const TrackSample& sample : part) {
            const std::optional<double> v = value(sample);
            if (!v) {
                clipping.break_off();
                continue;
            }
            clipping.add(
                {to_seconds(sample.time - span_.from) / to_seconds(span_.length()), (*v - bottom_) / (top_ - bottom_)});
        }
        clipping.break_off();
    }
    return clipping.pieces();
}

std::vector<std::vector<Point>> ChartScale::thinned(const std::vector<std::vector<Point>>& pieces) const
{
    const float zero = share_of_value(0);
    std::vector<std::vector<Point>> result;
    for (const std::vector<Point>& piece : pieces) {
        std::vector<Point> kept;
        Polyline stretch;
        for (std::size_t i = 0; i < piece.size(); ++i) {
            stretch.push_back({piece[i].x * seen_width_px, piece[i].y * seen_height_px});
            if (stretch.size() < 2 || (piece[i].y != zero && i + 1 < piece.size()))
                continue;
            for (const Point& point : decimated(stretch, seen_chart_px))
                kept.push_back({point.x / seen_width_px, point.y / seen_height_px});
            // The next stretch begins with this point.
            if (i + 1 < piece.size())
                kept.pop_back();
            stretch = {stretch.back()};
        }
        result.push_back(std::move(kept));
    }
    return result;
}

}  // namespace incursion
