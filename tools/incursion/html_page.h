#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace incursion {

/// A file that a page rests on.
struct PageInput {
    std::string path;
    std::string sha256;  ///< empty where it cannot be read
};

/// The beginning of a page up to and with `<body>`, and its end: HTML that is also well-formed XML, and that a policy
/// in its head holds to its word: nothing is fetched and nothing runs. `style`: the style sheets, one after the other.
std::string html_page_begin(std::string_view title, std::string_view style);
std::string_view html_page_end();

/// The table of what a page rests on.
std::string html_inputs(const std::vector<PageInput>& inputs);

}  // namespace incursion
