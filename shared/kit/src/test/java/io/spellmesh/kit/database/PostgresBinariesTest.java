package io.spellmesh.kit.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresBinariesTest {
  @ParameterizedTest
  @CsvSource({"Linux,amd64,postgres-linux-x86_64.txz", "Linux,aarch64,postgres-linux-arm_64.txz",
      "Mac OS X,aarch64,postgres-darwin-arm_64.txz", "Mac OS X,x86_64,postgres-darwin-x86_64.txz",
      "Windows 11,amd64,postgres-windows-x86_64.txz", "Linux,riscv64,postgres-linux-riscv64.txz"})
  void looksForTheArchiveOfItsPlatform(String osName, String osArch, String archive) {
    assertEquals(archive, PostgresBinaries.archive(osName, osArch));
  }
}
