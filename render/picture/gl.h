#pragma once

// OpenGL 3.3 core, straight from libOpenGL: it exports every core entry point and dispatches on whatever context is
// current, so no loader is needed.
#define GL_GLEXT_PROTOTYPES 1
#include <GL/glcorearb.h>
