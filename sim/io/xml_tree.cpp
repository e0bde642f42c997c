#include "sim/io/xml_tree.h"

#include <algorithm>

#include "sim/io/text_cells.h"
#include "sim/io/xml_reader.h"

namespace incursion {

namespace {

constexpr std::size_t most_nodes = 10'000'000;

/// As they are written usually, and as they are kept.
constexpr std::pair<const char*, const char*> kept_attributes[] = {{"gml:id", "id"},
                                                                   {"id", "id"},
                                                                   {"xlink:href", "href"},
                                                                   {"href", "href"},
                                                                   {"xlink:title", "title"},
                                                                   {"srsName", "srsName"},
                                                                   {"srsDimension", "srsDimension"},
                                                                   {"uom", "uom"},
                                                                   {"orientation", "orientation"}};

class TreeHandler : public XmlHandler {
public:
    TreeHandler(std::string_view member, const std::function<void(XmlNode)>& take) : member_{member}, take_{take} {}

    bool begin(const XmlPlace& place, const XmlAttributes& attributes) override
    {
        if (open_.empty() && place.parent != member_)
            return true;
        if (++nodes_ > most_nodes)
            return false;
        XmlNode& node = open_.emplace_back();
        node.name = place.name;
        node.line = static_cast<long>(place.line);
        for (const auto& [written, kept] : kept_attributes)
            if (const char* value = attributes.find(written))
                node.attributes.emplace_back(kept, value);
        return true;
    }

    bool end(const XmlPlace&, std::string_view text) override
    {
        if (open_.empty())
            return true;
        open_.back().text = trimmed(text);
        XmlNode done = std::move(open_.back());
        open_.pop_back();
        if (!open_.empty()) {
            open_.back().children.push_back(std::move(done));
        } else {
            nodes_ = 0;
            take_(std::move(done));
        }
        return true;
    }

    bool is_too_large() const { return nodes_ > most_nodes; }

private:
    std::string_view member_;
    const std::function<void(XmlNode)>& take_;
    std::vector<XmlNode> open_;
    std::size_t nodes_ = 0;
};

}  // namespace

std::string_view XmlNode::attribute(std::string_view attribute_name) const
{
    const auto found = std::find_if(attributes.begin(), attributes.end(),
                                    [&](const auto& each) { return each.first == attribute_name; });
    return found == attributes.end() ? std::string_view{} : std::string_view{found->second};
}

const XmlNode* XmlNode::find(std::string_view path) const
{
    const std::size_t slash = path.find('/');
    const std::string_view first = path.substr(0, slash);
    for (const XmlNode& child : children) {
        if (child.name != first)
            continue;
        if (slash == std::string_view::npos)
            return &child;
        if (const XmlNode* found = child.find(path.substr(slash + 1)))
            return found;
    }
    return nullptr;
}

std::string_view XmlNode::text_at(std::string_view path) const
{
    const XmlNode* found = find(path);
    return found == nullptr ? std::string_view{} : std::string_view{found->text};
}

void read_xml_members(InputBytes& input, std::string_view member, const std::function<void(XmlNode)>& take,
                      Diagnostics& diagnostics)
{
    TreeHandler handler{member, take};
    read_xml(input, handler, diagnostics);
    if (handler.is_too_large())
        diagnostics.error(input.name(), std::nullopt, "", "a feature holds more than ten million elements");
}

}  // namespace incursion
