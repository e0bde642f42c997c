#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tools/incursion/text_writer.h"

namespace incursion {

/// What stands around the numbers of sources for an HtmlWriter, which makes them links to `#source-N`. Control
/// characters: no text that is shown has them.
inline constexpr std::string_view citation_begins = "\x02";
inline constexpr std::string_view citation_ends = "\x03";

/// A text within a paragraph as HTML: escaped, newlines as breaks, numbers bound to their units, addresses and
/// citations as links, quotation marks and minus signs as printers set them.
std::string html_inline(std::string_view text);

/// The same for what stands in an attribute or a picture: escaped, without any markup, citations left out.
std::string plain_words(std::string_view text);

/// A report told as HTML: a section with its own id for each part, tables that a narrow screen shows as cards.
class HtmlWriter : public PageWriter {
public:
    void title(std::string_view text) override;
    void heading(std::string_view text) override;
    void subheading(std::string_view text) override;
    void paragraph(std::string_view text, TextStyle style = TextStyle::plain, std::size_t hanging = 0) override;
    void table(Table table) override;
    void blank() override {}
    std::size_t width() const override { return 400; }  ///< no table is too wide for a page that moves it sideways

    /// Markup of the caller's own.
    void markup(std::string_view text) { text_ += text; }
    /// Ends the open section, and with it what was told.
    std::string finished();

    /// A heading and the id that it can be linked to by.
    struct Part {
        std::string id, heading;
    };
    const std::vector<Part>& parts() const { return parts_; }

private:
    void end_section();

    std::vector<Part> parts_;
    std::string text_, part_;
    bool in_section_ = false;
};

}  // namespace incursion
