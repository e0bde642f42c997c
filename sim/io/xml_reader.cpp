#include "sim/io/xml_reader.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <expat.h>
#include <fmt/format.h>

namespace incursion {

namespace {

constexpr std::size_t xml_block_bytes = std::size_t{1} << 18U;
constexpr std::size_t deepest = 200;
constexpr std::size_t longest_text = std::size_t{1} << 20U;

struct FreeParser {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser>;

/// The name of the first element, without its prefix; empty where `start` shows none.
std::string_view root_name(std::string_view start)
{
    for (std::size_t at = start.find('<'); at != std::string_view::npos; at = start.find('<', at)) {
        const std::string_view here = start.substr(at);
        const std::string_view closing = here.starts_with("<!--") ? "-->" : here.starts_with("<?") ? "?>" : ">";
        if (closing == ">" && !here.starts_with("<!")) {
            const std::string_view name = here.substr(1, here.find_first_of(" \t\r\n/>") - 1);
            return name.substr(name.find(':') + 1);
        }
        at = start.find(closing, at);
    }
    return {};
}

/// What expat calls back.
class XmlPass {
public:
    explicit XmlPass(XmlHandler& handler) : parser_{XML_ParserCreate(nullptr)}, handler_{handler}
    {
        XML_SetUserData(parser_.get(), this);
        XML_SetElementHandler(parser_.get(), on_begin, on_end);
        XML_SetCharacterDataHandler(parser_.get(), on_text);
        XML_SetEntityDeclHandler(parser_.get(), on_entity);
    }

    void read(InputBytes& input, Diagnostics& diagnostics)
    {
        for (;;) {
            const auto block = input.next(xml_block_bytes);
            if (!block) {
                diagnostics.error(input.name(), line(), "", block.problem());
                return;
            }
            const bool last = block->empty();
            const auto status = XML_Parse(parser_.get(), block->data(), static_cast<int>(block->size()), last ? 1 : 0);
            if (status != XML_STATUS_OK) {
                tell(input, diagnostics);
                return;
            }
            if (last)
                return;
        }
    }

private:
    int line() const { return static_cast<int>(XML_GetCurrentLineNumber(parser_.get())); }

    void tell(const InputBytes& input, Diagnostics& diagnostics) const
    {
        if (problem_)
            diagnostics.error(input.name(), line(), "", *problem_);
        else if (XML_GetErrorCode(parser_.get()) != XML_ERROR_ABORTED)
            diagnostics.error(input.name(), line(), "",
                              fmt::format("the XML is broken here ({}); what follows is not read",
                                          XML_ErrorString(XML_GetErrorCode(parser_.get()))));
    }
    void stop() { XML_StopParser(parser_.get(), XML_FALSE); }
    void fail(const char* problem)
    {
        problem_ = problem;
        stop();
    }
    XmlPlace place() const
    {
        const std::string_view parent = depth_ > 1 ? std::string_view{names_[depth_ - 2]} : std::string_view{};
        return {names_[depth_ - 1], parent, line()};
    }

    static void on_begin(void* user, const XML_Char* name, const XML_Char** attributes)
    {
        auto& self = *static_cast<XmlPass*>(user);
        if (self.problem_)
            return;
        if (self.depth_ == deepest)
            return self.fail("the elements nest too deeply; is it the right file?");
        if (self.names_.size() == self.depth_)
            self.names_.emplace_back();
        const std::string_view full{name};
        self.names_[self.depth_++].assign(full.substr(full.find(':') + 1));
        self.text_.clear();
        if (!self.handler_.begin(self.place(), XmlAttributes{attributes}))
            self.stop();
    }
    static void on_end(void* user, const XML_Char*)
    {
        auto& self = *static_cast<XmlPass*>(user);
        if (self.problem_)
            return;
        if (!self.handler_.end(self.place(), self.text_))
            self.stop();
        self.text_.clear();
        --self.depth_;
    }
    static void on_text(void* user, const XML_Char* text, int size)
    {
        auto& self = *static_cast<XmlPass*>(user);
        if (self.text_.size() + static_cast<std::size_t>(size) > longest_text)
            return self.fail("an element holds more than a megabyte of text; is it the right file?");
        self.text_.append(text, static_cast<std::size_t>(size));
    }
    static void on_entity(void* user, const XML_Char*, int, const XML_Char*, int, const XML_Char*, const XML_Char*,
                          const XML_Char*, const XML_Char*)
    {
        static_cast<XmlPass*>(user)->fail(
            "the file declares entities, which no file of tracks needs; take the <!DOCTYPE> "
            "out of it");
    }

    Parser parser_;
    XmlHandler& handler_;
    std::vector<std::string> names_;  ///< of the open elements; kept longer, for their memory
    std::size_t depth_ = 0;
    std::string text_;
    std::optional<std::string> problem_;
};

}  // namespace

const char* XmlAttributes::find(std::string_view name) const
{
    for (const char* const* at = list_; *at != nullptr; at += 2)
        if (name == *at)
            return at[1];
    return nullptr;
}

bool xml_root_fits(std::string_view root, std::string_view usual_ending, std::string_view ending,
                   std::string_view start)
{
    const std::string_view blanks = " \t\r\n";
    const std::size_t first = start.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return false;
    const bool is_wide = start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF");
    if (start[first] != '<' && !is_wide)
        return false;
    const std::string_view found = is_wide ? std::string_view{} : root_name(start.substr(first));
    return found.empty() ? ending == usual_ending : found == root;
}

void read_xml(InputBytes& input, XmlHandler& handler, Diagnostics& diagnostics)
{
    XmlPass{handler}.read(input, diagnostics);
}

}  // namespace incursion
