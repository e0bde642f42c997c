# Rooms compiled some files at a time, so that headers are parsed less often. Never all builds of .ci/run: a file that
# lacks an include compiles here all the same.
option(INCURSION_UNITY "Compile the files of a room in batches" OFF)

# One interface target that every target of ours links: warnings, arithmetic, build types.
add_library(incursion_compiler INTERFACE)

target_compile_options(incursion_compiler INTERFACE
  # What one file calls alike with another of its batch is no fault of either.
  -Wall -Wextra $<$<NOT:$<BOOL:${INCURSION_UNITY}>>:-Wshadow> -Wconversion -Wsign-conversion -Wdouble-promotion
  -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
  $<$<BOOL:${INCURSION_UNITY}>:-Wno-subobject-linkage>
  # False alarms of g++ 12 about inlined library code, more of them the more it optimises or sanitises: an
  # overlap in `"literal" + std::string` (GCC bug 105651, mended in 13), uninitialised members in <regex> and Boost.
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-maybe-uninitialized>
  $<$<BOOL:${INCURSION_WERROR}>:-Werror>
  # Same input, same bytes: a fused multiply-add rounds once where two operations round twice,
  # and the compiler may choose either.
  -ffp-contract=off)

# Dev: quick to compile, asserts on. Asan: the same under AddressSanitizer and UBSan.
set(CMAKE_CXX_FLAGS_DEV "-O1 -g1" CACHE STRING "" FORCE)
set(CMAKE_CXX_FLAGS_ASAN
    "-O1 -g1 -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer"
    CACHE STRING "" FORCE)
# Fuzz: that, with the traces that libFuzzer steers by (clang++ only).
set(CMAKE_CXX_FLAGS_FUZZ
    "-O1 -g1 -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer"
    CACHE STRING "" FORCE)
set(CMAKE_EXE_LINKER_FLAGS_DEV "" CACHE STRING "" FORCE)
set(CMAKE_EXE_LINKER_FLAGS_ASAN "" CACHE STRING "" FORCE)
set(CMAKE_EXE_LINKER_FLAGS_FUZZ "" CACHE STRING "" FORCE)
mark_as_advanced(CMAKE_CXX_FLAGS_DEV CMAKE_CXX_FLAGS_ASAN CMAKE_CXX_FLAGS_FUZZ
                 CMAKE_EXE_LINKER_FLAGS_DEV CMAKE_EXE_LINKER_FLAGS_ASAN CMAKE_EXE_LINKER_FLAGS_FUZZ)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Dev, Release, Asan or Fuzz" FORCE)
endif()

find_program(INCURSION_CCACHE ccache)
if(INCURSION_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${INCURSION_CCACHE}")
endif()
