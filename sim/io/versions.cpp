#include "sim/io/versions.h"

#include <gdal.h>
#include <proj.h>

namespace incursion {

Versions versions()
{
    return {INCURSION_VERSION, GDALVersionInfo("RELEASE_NAME"), proj_info().version};
}

}  // namespace incursion
