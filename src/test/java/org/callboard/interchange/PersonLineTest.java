package org.callboard.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonLineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ann Lee, Mayor of Ostend | Ann Lee | Mayor of Ostend",
        "Ann Lee Executive Mayor of Ostend, Belgium | Ann Lee | Executive Mayor of Ostend, Belgium",
        "Ann de Lee. Mayor of Ostend. | Ann de Lee | Mayor of Ostend",
        "Ann Lee , Director ai, Port | Ann Lee | Director ai, Port",
        "Port-Office, Ann Lee, Leader, Tides | Ann Lee | Leader, Tides, Port-Office",
        "Ann Lee, The Port Ann Lee, Tide Officer | Ann Lee | Tide Officer",
        "Deputy Mayor Ann Lee, Ostend | Ann Lee | Deputy Mayor, Ostend",
        "Ann Lee (Port) | Ann Lee | Port",
        "TBC, Vice-Mayor of Ostend | '' | Vice-Mayor of Ostend",
        "to be confirmed | '' | ''"
      })
  void a_line_is_a_name_and_what_its_bearer_does(String line, String name, String affiliation) {
    PersonLine person = PersonLine.of(line).orElseThrow();

    assertThat(person.name()).isEqualTo(name);
    assertThat(person.affiliation()).isEqualTo(affiliation);
  }
}
