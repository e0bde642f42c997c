#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/io/export_facts.h"

namespace incursion {

/// XML as it is written: elements that are open are closed in turn, texts are escaped, each element on its line.
class XmlText {
public:
    XmlText() : text_{"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"} {}

    /// `attributes` are written as they are: `id="a"`.
    void open(std::string_view name, std::string_view attributes = {})
    {
        indent();
        text_ += '<';
        text_ += name;
        if (!attributes.empty())
            text_ += ' ';
        text_ += attributes;
        text_ += ">\n";
        names_.emplace_back(name);
    }
    void close()
    {
        const std::string name = std::move(names_.back());
        names_.pop_back();
        indent();
        text_ += "</" + name + ">\n";
    }
    void element(std::string_view name, std::string_view content)
    {
        indent();
        text_ += '<';
        text_ += name;
        text_ += '>';
        text_ += escaped_text(content);
        text_ += "</";
        text_ += name;
        text_ += ">\n";
    }
    /// Nothing where the content is empty.
    void element_if(std::string_view name, std::string_view content)
    {
        if (!content.empty())
            element(name, content);
    }

    const std::string& text() const { return text_; }

private:
    void indent() { text_.append(names_.size(), ' '); }

    std::string text_;
    std::vector<std::string> names_;
};

}  // namespace incursion
