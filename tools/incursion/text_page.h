#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "tools/incursion/text_writer.h"

namespace incursion {

/// A text that grows from top to bottom, laid out for a width in columns. Every text given to it is made
/// printable first.
class TextPage : public PageWriter {
public:
    /// Widths below 40 are taken as 40: below that nothing can be laid out. Prose stays within 100.
    TextPage(std::size_t width, bool colour);

    void title(std::string_view text) override;
    void heading(std::string_view text) override;
    void subheading(std::string_view text) override;
    /// Indented by two; lines after the first by `hanging` more.
    void paragraph(std::string_view text, TextStyle style = TextStyle::plain, std::size_t hanging = 0) override;
    void table(Table table) override;
    void blank() override;

    std::size_t width() const override { return width_; }
    const std::string& text() const { return text_; }

private:
    void line(const std::string& content);

    std::size_t width_;
    bool colour_;
    std::string text_;
};

}  // namespace incursion
