// Feeds a harness with every file that is named, or lies in a folder that is named, once: where libFuzzer is not at
// hand.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

std::vector<std::filesystem::path> files_of(const std::filesystem::path& named)
{
    if (!std::filesystem::is_directory(named))
        return {named};
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator{named})
        files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

int main(int argc, char** argv)
{
    std::size_t count = 0;
    for (int i = 1; i < argc; ++i)
        for (const std::filesystem::path& path : files_of(argv[i])) {
            std::ifstream in{path, std::ios::binary};
            const std::vector<char> bytes{std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
            const std::vector<std::uint8_t> data(bytes.begin(), bytes.end());
            std::printf("%s\n", path.c_str());
            LLVMFuzzerTestOneInput(data.data(), data.size());
            ++count;
        }
    std::printf("%zu files replayed\n", count);
    return count > 0 ? 0 : 1;
}
