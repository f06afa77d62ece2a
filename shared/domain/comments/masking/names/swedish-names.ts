/**
 * First names and surnames that are common in Finland among Swedish speakers. Facts of public statistics, written by hand.
 */
export const swedishFirstNames: readonly string[] = `
Adam Agneta Albin Alf Alfons Alice Alva Amanda Anders André Andreas Anki Ann Ann-Christin Ann-Louise Ann-Mari
Ann-Marie Anna-Lena Annette Annica Annika Anton Arne Arvid August Axel Barbro Bengt Benita Benny Berit Bernhard
Bertel Birgitta Björn Boel Bosse Brita Britt Britt-Marie Bror Börje Calle Camilla Carin Carina Carita Carl
Carl-Johan Carola Caroline Casper Catarina Catharina Cecilia Charlotta Charlotte Christel Christer Christian
Christina Christoffer Claes Clara Dag Dan Daniel David Dennis Didrik Disa Ebba Edvard Edvin Elias Elin Elisabeth
Elise Elof Elsa Elvira Emanuel Emelie Emil Emilia Emma Eric Erik Erland Erling Ernst Eskil Eva Eva-Lotta Evelina
Fabian Felicia Felix Filip Folke Frank Fredrik Fredrika Frej Freja Frida Fride Gabriella Gerd Gerda Gitta Greger
Greta Gretel Gun Gun-Britt Gunborg Gunhild Gunilla Gunnar Gunnel Gunvor Gurli Gustaf Gustav Göran Gösta Hans Harald
Harriet Hedda Hedvig Helen Helena Helge Henning Henric Henrik Herman Hilding Hildur Hjalmar Hugo Håkan Ida Inga
Inge Ingeborg Ingegerd Ingela Inger Ingmar Ingrid Ingvar Irene Isabella Isabelle Isak Ivar Jacob Jakob Jan
Jan-Erik Jeanette Jenny Jens Jessica Joacim Joakim Joel Johan Johanna John Johnny Jon Jonas Jonatan Jonathan Jonna
Josef Josefin Josefine Julia Julius Jörgen Kaj Kajsa Kalle Karin Karl Karl-Erik Karolina Katarina Katja Kennet
Kenneth Kerstin Kim Kjell Klara Klas Knut Krister Kristian Kristina Kristoffer Kurt Lars Lars-Erik Lasse Leif Lena
Lennart Lina Linda Linn Linnea Linnéa Linus Lisa Lisbeth Liselott Lisen Lotta Louise Lovisa Lucas Ludvig Lukas
Magdalena Magnus Maj Maj-Britt Malin Marcus Margareta Margaretha Margit Maria Marianne Marie Marit Markus
Marléne Martin Martina Matilda Mats Mattias Max Melker Micael Mikael Mikaela Moa Monica Monika Nanna Nanny Nicklas
Nicolas Nicole Niklas Nils Nina Noel Nora Olav Oliver Olivia Olof Oscar Oskar Osvald Patric Patrik Paul
Paulina Per-Erik Pernilla Peter Petter Pia Pontus Rabbe Ragnar Ralf Rasmus Rebecka Richard Rickard Rita Robert
Robin Roger Roland Rolf Ronny Rose-Marie Rune Rut Sabina Sally Samuel Sandra Sara Sebastian Signe Sigrid Sigurd
Simon Sixten Sofia Sofie Solveig Sonja Staffan Stefan Stellan Stig Stina Sture Sune Susann Susanna Susanne
Svante Sven Sven-Erik Sylvia Tage Teresia Theodor Therese Thérèse Thomas Thorvald Tobias Tom Tomas Tommy Torbjörn
Tore Torolf Torsten Tova Tove Tyra Ulf Ulla Ulla-Britt Ulrica Ulrik Ulrika Urban Valter Vera Verner Veronica Victor
Victoria Viggo Viking Viktor Viktoria Vilgot Vilhelm Viola Viveca Viveka Walter Werner Wilhelm William Wilma Yngve
Yvonne Åke Åsa Örjan
`
  .trim()
  .split(/\s+/);

export const swedishSurnames: readonly string[] = `
Abrahamsson Adolfsson Ahlskog Ahlström Alén Andersson Andreasson Arvidsson Asplund Axelsson Backlund Backman
Backström Bengtsson Berg Berggren Bergholm Berglund Bergman Bergqvist Bergström Bjon Björk Björkholm Björklund
Björkman Björkqvist Blom Blomqvist Brännkärr Bäckman Carlsson Cederberg Cederström Claesson Dahl Dahlberg Dahlgren
Dahlsten Dahlström Danielsson Ehrnrooth Ekblom Ekholm Eklund Ekroos Ekström Eliasson Engström Enholm Enlund Enström
Eriksson Fagerlund Fagerström Falk Finnäs Forsberg Forsell Forsén Forss Forsström Fransson Fredman
Fredriksson Friman Fröberg Fröjdö Geust Grahn Granfors Granholm Grankulla Granqvist Gripenberg Grönberg Grönblom
Grönholm Grönqvist Gullberg Gunnarsson Gustafsson Gustavson Gustavsson Haga Haglund Hagman Hagström Hansen Hansson
Hedberg Hedlund Hedman Hedström Heikius Hellberg Hellman Hellström Henriksson Hermansson Herrgård Hindsberg Hjerpe
Holm Holmberg Holmgren Holmlund Holmqvist Holmstedt Håkansson Häggblom Häggman Häggström Höglund Högnäs Ingves
Isaksson Jakobsen Jakobsson Jansson Jern Johansson Jonsson Jungar Jåfs Jönsson Karlsson Kronqvist Kullberg
Lagerspetz Lagerström Larsson Liljeblad Liljeqvist Lillkvist Lind Lindberg Lindblad Lindblom Lindell Lindén Lindfors
Lindgren Lindholm Lindman Lindqvist Lindroth Lindström Lindvall Ljungqvist Lund Lundberg Lundell Lundgren Lundin
Lundqvist Lundsten Lundström Långbacka Löfberg Löfgren Löfqvist Magnusson Malmberg Malmström Martinsson Mattsson
Melin Mickelsson Mietala Myrskog Månsson Mårtensson Nilsson Norberg Nordin Nordling Nordlund Nordström Norrgran
Norrgård Nyberg Nygård Nyholm Nylén Nylund Nyqvist Nyström Nåhls Ohlsson Ollus Olofsson Olsson Palmgren Pensar
Persson Petersson Pettersson Portman Pålsson Ramstedt Rehn Renlund Ringbom Roos Rosenberg Rosendahl Rosenlund
Rosenqvist Rönnholm Rönnlund Rönnqvist Sahlström Samuelsson Sandberg Sandell Sandholm Sandqvist Sandström Sandvik
Sarlin Schauman Sigfrids Simons Sjöberg Sjöblom Sjögren Sjöholm Sjölund Skogberg Skoglund Smedlund Snellman Sohlberg
Stenbacka Stenberg Stenlund Stenman Stenström Storbacka Strandberg Strandén Stråhle Ström Strömberg Strömbäck
Strömsholm Stubb Sundberg Sundell Sundholm Sundman Sundström Svahn Svanberg Svanström Svenfelt Svenlin Svensson
Sågfors Sällström Söderberg Söderholm Söderlund Söderman Söderqvist Söderström Tallberg Tallgren Tallqvist Thesleff
Thors Törnblom Törnqvist Uggla Viklund Wahlberg Wahlroos Wahlström Wallgren Wallin Wasström Weckman Weckström Wester
Westerberg Westergård Westerholm Westerlund Westermark Westö Wickström Widjeskog Wiik Wikblad Wiklund Wikström
Winberg Wrede Åberg Åbonde Ågren Åkerberg Åkerlund Åkesson Ålander Åström Öberg Ödahl Öhberg Ölander Öst Österberg
Österholm Österlund Österman
`
  .trim()
  .split(/\s+/);
