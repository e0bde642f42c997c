# cmake -DPROGRAM=file -P no_graphics.cmake: fails if the program needs a library of OpenGL, EGL or GLFW,
# itself or through another one. -DLISTING=file takes the answer of ldd from a file instead.
if(DEFINED LISTING)
  file(READ "${LISTING}" needed)
else()
  execute_process(COMMAND ldd "${PROGRAM}" OUTPUT_VARIABLE needed RESULT_VARIABLE status)
  if(NOT status EQUAL 0 OR NOT needed MATCHES "libc\\.so")
    message(FATAL_ERROR "ldd tells nothing about ${PROGRAM}")
  endif()
endif()
string(REGEX MATCHALL "lib(GL|OpenGL|GLX|GLESv[0-9]+|EGL|OSMesa|glfw|epoxy|GLEW)(-[a-z0-9]+)?\\.so[^ \n]*" found "${needed}")
if(found)
  message(FATAL_ERROR "${PROGRAM} links graphics: ${found}")
endif()
