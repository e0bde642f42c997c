include(IncursionPrecompiled)

# incursion_room(NAME USES room... LIBRARIES target...)
#
# One static library per room, made of every .cpp of the folder it is called from. USES names the
# rooms this one may include; LIBRARIES the outside packages. Every header of a room is listed in a
# header set, so that `all_verify_interface_header_sets` compiles each of them alone.
function(incursion_room name)
  cmake_parse_arguments(ROOM "" "" "USES;LIBRARIES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS *.cpp)
  file(GLOB headers CONFIGURE_DEPENDS *.h)
  set(target incursion_${name})
  add_library(${target} STATIC ${sources})
  set_target_properties(${target} PROPERTIES
    LINKER_LANGUAGE CXX UNITY_BUILD "${INCURSION_UNITY}" UNITY_BUILD_BATCH_SIZE 12)
  target_sources(${target} PUBLIC
    FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ${headers})
  list(TRANSFORM ROOM_USES PREPEND incursion_)
  target_link_libraries(${target} PUBLIC ${ROOM_USES} ${ROOM_LIBRARIES} incursion_compiler)
  incursion_reuse_precompiled(${target} incursion_room_headers)
endfunction()
