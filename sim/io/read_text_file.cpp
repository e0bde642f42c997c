#include "sim/io/read_text_file.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <system_error>

#include <fmt/format.h>

namespace incursion {

Result<std::string> read_text_file(const std::string& path, std::size_t max_bytes)
{
    std::error_code code;
    const auto status = std::filesystem::status(path, code);
    if (!std::filesystem::exists(status))
        return Problem{"there is no such file; check the path"};
    if (std::filesystem::is_directory(status))
        return Problem{"this is a folder; name a file in it"};
    std::ifstream in{path, std::ios::binary};
    if (!in)
        return Problem{"the file cannot be opened; check who may read it"};

    std::string text;
    std::array<char, 1 << 16> block;
    while (in.read(block.data(), block.size()) || in.gcount() > 0) {
        text.append(block.data(), static_cast<std::size_t>(in.gcount()));
        // Checked while reading: a pipe or a device tells no size beforehand.
        if (text.size() > max_bytes)
            return Problem{fmt::format("the file is longer than {} bytes; is it the right one?", max_bytes)};
    }
    if (in.bad())
        return Problem{"the file cannot be read to its end"};
    if (text.starts_with("\xEF\xBB\xBF"))
        text.erase(0, 3);
    return text;
}

}  // namespace incursion
