# cmake -DFOLDER= -DMODULES= -DGENERATOR= -DCOMPILER= -P planted_header.cmake: builds a room of one header, once
# with what it needs and once without.
function(verify line variable)
  file(REMOVE_RECURSE "${FOLDER}")
  file(WRITE "${FOLDER}/room/words.h" "#pragma once\n${line}\nstruct Words { std::string text; };\n")
  file(WRITE "${FOLDER}/room/words.cpp" "#include <string>\n#include \"room/words.h\"\n")
  file(WRITE "${FOLDER}/room/CMakeLists.txt" "incursion_room(words)\n")
  file(WRITE "${FOLDER}/CMakeLists.txt"
       "cmake_minimum_required(VERSION 3.25)\nproject(planted LANGUAGES CXX)\nset(CMAKE_CXX_STANDARD 20)\n"
       "set(CMAKE_VERIFY_INTERFACE_HEADER_SETS ON)\n"
       "list(APPEND CMAKE_MODULE_PATH \"${MODULES}\")\ninclude(IncursionCompiler)\ninclude(IncursionRoom)\n"
       "add_subdirectory(room)\n")
  execute_process(COMMAND "${CMAKE_COMMAND}" -S "${FOLDER}" -B "${FOLDER}/build" -G "${GENERATOR}"
                          "-DCMAKE_CXX_COMPILER=${COMPILER}"
                  COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET)
  execute_process(COMMAND "${CMAKE_COMMAND}" --build "${FOLDER}/build" COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET)
  execute_process(COMMAND "${CMAKE_COMMAND}" --build "${FOLDER}/build" --target all_verify_interface_header_sets
                  RESULT_VARIABLE status OUTPUT_QUIET ERROR_QUIET)
  set(${variable} ${status} PARENT_SCOPE)
endfunction()

verify("#include <string>" status)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "a header that compiles alone was refused")
endif()
verify("" status)
if(status EQUAL 0)
  message(FATAL_ERROR "a header that does not compile alone was accepted")
endif()
