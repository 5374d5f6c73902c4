#include "cli/main.h"

int main(int argc, char** argv) {
  return guidec::Main(argc, argv);
}
