#include "tools/incursion/html_page.h"

#include <fmt/format.h>

#include "tools/incursion/html_text.h"

namespace incursion {

std::string html_page_begin(std::string_view title, std::string_view style)
{
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src "
        "'unsafe-inline'\"/>\n<link rel=\"icon\" "
        "href=\"data:,\"/>\n<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n",
        html_escaped(title), style);
}

std::string_view html_page_end()
{
    return "</body>\n</html>\n";
}

std::string html_inputs(const std::vector<PageInput>& inputs)
{
    std::string text = "<table class=\"cards\">\n<thead><tr><th scope=\"col\">file</th>"
                       "<th scope=\"col\">SHA-256</th></tr></thead>\n<tbody>\n";
    for (const PageInput& input : inputs)
        text += fmt::format("<tr><td><code>{}</code></td><td data-label=\"SHA-256\"><code>{}</code></td></tr>\n",
                            html_escaped(input.path), input.sha256.empty() ? "could not be read" : input.sha256);
    return text + "</tbody>\n</table>\n";
}

}  // namespace incursion
