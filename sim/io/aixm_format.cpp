#include "sim/io/aixm_format.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "sim/io/airspace_times.h"
#include "sim/io/aixm_activation.h"
#include "sim/io/aixm_links.h"
#include "sim/io/aixm_slices.h"
#include "sim/io/aixm_volume.h"
#include "sim/io/xml_reader.h"
#include "sim/io/xml_tree.h"
#include "sim/model/activation.h"
#include "sim/model/activation_bounds.h"

namespace incursion {

namespace {

constexpr std::size_t most_aixm_points = 10'000'000;
/// Of one airspace; those of many years of daily changes.
constexpr std::size_t most_slices = 5000;
/// Spans and weekly hours of the activation of one airspace.
constexpr std::size_t most_parts = 300'000;

struct AixmSlice {
    const XmlNode* node = nullptr;
    std::string_view interpretation;
    TimeSpan validity;
    long sequence = 0;

    bool has_shape() const { return node->find("geometryComponent") != nullptr; }
    bool has_activation() const { return node->find("activation") != nullptr; }
};

/// The slices of one airspace become records.
class AixmAirspace {
public:
    AixmAirspace(const XmlNode& airspace, AixmVolumes& volumes, AixmFindings& findings)
        : airspace_{airspace}, volumes_{volumes}, findings_{findings}
    {
    }

    /// `is_bound` becomes true where something is active within a validTime only.
    void read(std::vector<AirspaceRecord>& records, bool& is_bound)
    {
        if (!find_slices())
            return;
        const auto bases = take_bases();
        if (bases.empty()) {
            read_deltas_alone(records);
            return;
        }
        for (const AixmSlice& base : bases) {
            if (!base.has_shape()) {
                findings_.warning(base.node->line, "it has no geometry and is left out");
                continue;
            }
            is_bound = is_bound || base.validity != unbounded_span();
            add_records(*base.node, base, activation_of_base(base), records);
        }
        for (const AixmSlice& delta : temporary_)
            if (delta.has_shape())
                add_records(*bases.back().node, delta, activation_of_shape(delta, bases.back()), records);
    }

private:
    bool find_slices()
    {
        baseline_ = baseline_of(airspace_);
        const AixmSlices found = slices_of(airspace_);
        for (const XmlNode* node : found.standing) {
            findings_.airspace = name_of_slice(*node);
            slices_.push_back(
                {node, node->text_at("interpretation"), validity_of(*node), aixm_number(*node, "sequenceNumber")});
        }
        for (const XmlNode* node : found.cancelled)
            findings_.warning(node->line,
                              "a correction takes a time slice back, as its validTime is empty; it is left out");
        if (slices_.size() > most_slices)
            findings_.error(airspace_.line,
                            fmt::format("it has {} time slices; of one airspace at most {} are read; take out those "
                                        "that are over",
                                        slices_.size(), most_slices));
        return slices_.size() <= most_slices;
    }

    std::string name_of_slice(const XmlNode& slice) const
    {
        for (const char* name : {"designator", "name"})
            if (const auto text = slice.text_at(name); !text.empty())
                return std::string{text};
        if (baseline_ != nullptr && baseline_ != &slice)
            return name_of_slice(*baseline_);
        return std::string{plain_id(airspace_.attribute("id"))};
    }

    TimeSpan validity_of(const XmlNode& slice)
    {
        TimeSpan span = unbounded_span();
        const XmlNode* valid = slice.find("validTime");
        if (valid == nullptr)
            return span;
        const bool is_instant = valid->find("TimeInstant") != nullptr;
        set_end(*valid, is_instant ? "TimeInstant/timePosition" : "TimePeriod/beginPosition", span.from);
        if (is_instant && slice.find("featureLifetime") != nullptr)
            set_end(*slice.find("featureLifetime"), "TimePeriod/endPosition", span.to);
        else if (!is_instant)
            set_end(*valid, "TimePeriod/endPosition", span.to);
        if (span.empty())
            findings_.warning(valid->line, "its validTime ends before it begins; it is never active");
        return span;
    }

    void set_end(const XmlNode& valid, std::string_view path, Time& end)
    {
        const std::string text{valid.text_at(path)};
        if (text.empty())
            return;
        constexpr std::size_t length_of_date = 10;
        const auto time = parse_airspace_time(text.size() == length_of_date ? text + "T00:00" : text, true);
        if (time)
            end = std::clamp(*time, unbounded_span().from, unbounded_span().to);
        else
            findings_.error(valid.line, fmt::format("validTime: {}", time.problem()));
    }

    /// Those that make the airspace, each up to the beginning of the next; what else can be applied stays in
    /// temporary_.
    std::vector<AixmSlice> take_bases()
    {
        std::vector<AixmSlice> bases = of_kind("BASELINE");
        if (bases.empty()) {
            bases = of_kind("SNAPSHOT");
            for (AixmSlice& base : bases)
                base.validity = unbounded_span();
        }
        std::vector<AixmSlice> lasting = of_kind("PERMDELTA");
        if (bases.empty() && !lasting.empty() && lasting.front().has_shape()) {
            bases.push_back(lasting.front());
            lasting.erase(lasting.begin());
        }
        for (const AixmSlice& delta : lasting)
            findings_.warning(delta.node->line,
                              "a lasting change (PERMDELTA) is not applied; use the baseline after it");
        for (std::size_t i = 0; i + 1 < bases.size(); ++i)
            bases[i].validity.to = std::min(bases[i].validity.to, bases[i + 1].validity.from);
        temporary_ = of_kind("TEMPDELTA");
        for (const AixmSlice& delta : temporary_)
            if (!delta.has_shape() && !delta.has_activation())
                findings_.warning(delta.node->line,
                                  "a temporary change (TEMPDELTA) of neither activation nor geometry is not "
                                  "applied");
        return bases;
    }

    std::vector<AixmSlice> of_kind(std::string_view interpretation) const
    {
        std::vector<AixmSlice> found;
        std::copy_if(slices_.begin(), slices_.end(), std::back_inserter(found),
                     [&](const AixmSlice& slice) { return slice.interpretation == interpretation; });
        std::stable_sort(found.begin(), found.end(), [](const AixmSlice& a, const AixmSlice& b) {
            return std::pair{a.validity.from, a.sequence} < std::pair{b.validity.from, b.sequence};
        });
        return found;
    }

    /// Changes to an airspace whose baseline is elsewhere: of those that bring a shape it can be told where they are.
    void read_deltas_alone(std::vector<AirspaceRecord>& records)
    {
        for (const AixmSlice& delta : temporary_)
            if (delta.has_shape())
                add_records(*delta.node, delta,
                            bounded(activation_of_slice(*delta.node, delta.validity, findings_), delta.validity),
                            records);
            else if (delta.has_activation())
                findings_.warning(
                    delta.node->line,
                    "it changes the activation of an airspace that is not in this file, and is not applied; put "
                    "both into one file");
    }

    /// Nothing for always.
    std::optional<Activation> activation_of_base(const AixmSlice& base)
    {
        auto own = activation_of_slice(*base.node, base.validity, findings_);
        if (!own && base.validity == unbounded_span() && temporary_.empty())
            return std::nullopt;
        // From the last to the first, as a later change stands for an earlier one, and both for the base.
        UntakenTime time;
        Activation activation;
        for (auto delta = temporary_.rbegin(); delta != temporary_.rend(); ++delta) {
            const TimeSpan both = common_span(base.validity, delta->validity);
            if (both.empty() || (!delta->has_shape() && !delta->has_activation()))
                continue;
            if (delta->has_shape())
                time.take(both);  // a record of its own
            else if (const auto then = activation_of_delta(*delta, both))
                add_parts(then, time.take(both), *delta->node, activation);
        }
        add_parts(own, time.take(base.validity), *base.node, activation);
        return activation;
    }

    void add_parts(const std::optional<Activation>& from, const std::vector<TimeSpan>& spans, const XmlNode& slice,
                   Activation& activation)
    {
        const auto more = bounded(from, spans, most_parts - parts_);
        if (!more) {
            if (!findings_.is_broken)
                findings_.error(slice.line, fmt::format("by its time slices its activation falls into more than {} "
                                                        "parts; take out those that are over",
                                                        most_parts));
            return;
        }
        parts_ += more->spans.size() + more->weekly.size();
        activation.spans.insert(activation.spans.end(), more->spans.begin(), more->spans.end());
        activation.weekly.insert(activation.weekly.end(), more->weekly.begin(), more->weekly.end());
    }

    /// Nothing where it does not say when it is active, which is told; then what it stands for goes on.
    std::optional<Activation> activation_of_delta(const AixmSlice& delta, const TimeSpan& span)
    {
        auto activation = activation_of_slice(*delta.node, span, findings_);
        if (!activation)
            findings_.warning(delta.node->line,
                              "a temporary change (TEMPDELTA) does not say when it is active, and leaves the hours of "
                              "the baseline as they are");
        return activation;
    }

    Activation activation_of_shape(const AixmSlice& delta, const AixmSlice& base)
    {
        auto own = delta.has_activation() ? activation_of_delta(delta, delta.validity) : std::nullopt;
        if (!own)
            own = activation_of_slice(*base.node, delta.validity, findings_);
        Activation activation;
        add_parts(own, UntakenTime{}.take(delta.validity), *delta.node, activation);
        return activation;
    }

    void add_records(const XmlNode& named, const AixmSlice& drawn, const std::optional<Activation>& activation,
                     std::vector<AirspaceRecord>& records)
    {
        AirspaceRecord record;
        record.name = named.text_at("name");
        record.designator = findings_.airspace = name_of_slice(named);
        record.type = named.text_at("type");
        record.icao_class = class_of(named);
        record.activation = activation ? format_activation(*activation) : "";
        record.line = drawn.node->line;
        for (AixmVolume& volume : volumes_.of_slice(*drawn.node)) {
            record.rings = std::move(volume.rings);
            record.floor = volume.floor;
            record.ceiling = volume.ceiling;
            if (!findings_.is_broken)
                records.push_back(record);
        }
    }

    /// Empty where layers have different ones.
    static std::string class_of(const XmlNode& slice)
    {
        std::string found;
        for (const XmlNode& property : slice.children) {
            const auto text =
                property.name == "class" ? property.text_at("AirspaceLayerClass/classification") : std::string_view{};
            if (!text.empty() && !found.empty() && text != found)
                return {};
            if (!text.empty())
                found = text;
        }
        return found;
    }

    const XmlNode& airspace_;
    AixmVolumes& volumes_;
    AixmFindings& findings_;
    const XmlNode* baseline_ = nullptr;
    std::vector<AixmSlice> slices_, temporary_;
    std::size_t parts_ = 0;  ///< of what is active so far
};

}  // namespace

bool fits_aixm(std::string_view ending, std::string_view start)
{
    return xml_root_fits("AIXMBasicMessage", ".xml", ending, start);
}

std::vector<AirspaceRecord> read_aixm(InputBytes& input, EdgeReading edges, Diagnostics& diagnostics)
{
    return read_aixm(input, edges, most_aixm_points, diagnostics);
}

std::vector<AirspaceRecord> read_aixm(InputBytes& input, EdgeReading edges, std::size_t most_points,
                                      Diagnostics& diagnostics)
{
    AixmLinks links;
    std::deque<XmlNode> airspaces;
    read_xml_members(
        input, "hasMember",
        [&](XmlNode feature) {
            if (feature.name == "Airspace")
                airspaces.push_back(std::move(feature));
            else
                links.keep(feature);
        },
        diagnostics);
    for (const XmlNode& airspace : airspaces)
        links.note(airspace);
    std::vector<AirspaceRecord> records;
    bool is_bound = false;
    AixmPoints points{most_points};
    for (const XmlNode& airspace : airspaces) {
        AixmFindings findings{input.name(), diagnostics, points};
        AixmVolumes volumes{links, edges, findings};
        AixmAirspace{airspace, volumes, findings}.read(records, is_bound);
    }
    if (is_bound)
        diagnostics.note(input.name(), std::nullopt, "",
                         "its airspaces are active within the validTime that the file gives them");
    if (records.empty() && !diagnostics.has_errors())
        diagnostics.error(input.name(), std::nullopt, "", "it holds no Airspace with a geometry");
    return records;
}

}  // namespace incursion
