#pragma once

#include <cstdlib>
#include <stdexcept>
#include <string>

#include "tests/render/footage/film_reader.h"
#include "tests/support/temporary_folder.h"

namespace incursion::test {

/// `incursion record` as a user calls it, with Mesa's software renderer, into a folder of its own.
class Recorder {
public:
    /// `scenario`: its path from the root of the project.
    explicit Recorder(const std::string& scenario) : scenario_{std::string{INCURSION_SOURCE_DIR "/"} + scenario}
    {
        setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
        setenv("GALLIUM_DRIVER", "llvmpipe", 1);
    }

    /// Records into a file of that name and returns its path. `options`: words of a command line.
    std::string record(const std::string& name, const std::string& options) const
    {
        const std::string path = folder_ / name;
        const std::string command =
            "'" INCURSION_PROGRAM "' record '" + scenario_ + "' -o '" + path + "' --size 640x360 " + options;
        if (const int status = std::system(command.c_str()); status != 0)
            throw std::runtime_error{"status " + std::to_string(status) + " of " + command};
        return path;
    }

    Film film(const std::string& name, const std::string& options) const { return read_film(record(name, options)); }

    Raster picture(const std::string& name, const std::string& instant) const
    {
        auto read = read_png(record(name, "--at " + instant));
        if (!read)
            throw std::runtime_error{read.problem()};
        return std::move(read).value();
    }

private:
    TemporaryFolder folder_;
    std::string scenario_;
};

}  // namespace incursion::test
