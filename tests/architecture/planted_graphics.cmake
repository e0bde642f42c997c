# cmake -DCHECK=no_graphics.cmake -P planted_graphics.cmake: the check refuses each library of graphics, and
# accepts others that only sound like one.
function(answer needed variable)
  set(listing "${CMAKE_CURRENT_BINARY_DIR}/planted_graphics.txt")
  file(WRITE "${listing}" "\tlibc.so.6 => /lib/libc.so.6 (0x0)\n\t${needed} => /lib/${needed} (0x0)\n")
  execute_process(COMMAND "${CMAKE_COMMAND}" "-DLISTING=${listing}" -P "${CHECK}"
                  RESULT_VARIABLE status OUTPUT_QUIET ERROR_QUIET)
  file(REMOVE "${listing}")
  set(${variable} ${status} PARENT_SCOPE)
endfunction()

foreach(library libGL.so.1 libOpenGL.so.0 libGLX.so.0 libEGL.so.1 libglfw.so.3 libOSMesa.so.8 libGLESv2.so.2)
  answer(${library} status)
  if(status EQUAL 0)
    message(FATAL_ERROR "${library} was not found")
  endif()
endforeach()
foreach(library libgdal.so.32 libglib-2.0.so.0 libGLU_of_nobody.so.1)
  answer(${library} status)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${library} was taken for graphics")
  endif()
endforeach()
