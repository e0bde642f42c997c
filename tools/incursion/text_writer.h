#pragma once

#include <cstddef>
#include <string_view>

#include "tools/incursion/text_table.h"

namespace incursion {

/// What a report is told to, from top to bottom, whatever becomes of it: columns of text or a page of HTML. Newlines
/// within a cell, a header or a paragraph begin a line.
class PageWriter {
public:
    PageWriter() = default;
    virtual ~PageWriter() = default;
    PageWriter(const PageWriter&) = delete;
    PageWriter& operator=(const PageWriter&) = delete;

    virtual void title(std::string_view text) = 0;
    virtual void heading(std::string_view text) = 0;     ///< of a part of the page
    virtual void subheading(std::string_view text) = 0;  ///< of one thing in it
    /// Prose; lines after the first are indented by `hanging` columns.
    virtual void paragraph(std::string_view text, TextStyle style = TextStyle::plain, std::size_t hanging = 0) = 0;
    virtual void table(Table table) = 0;
    virtual void blank() = 0;  ///< a line apart

    virtual std::size_t width() const = 0;  ///< columns that it has room for
};

}  // namespace incursion
