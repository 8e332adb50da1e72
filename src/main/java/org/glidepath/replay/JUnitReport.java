package org.glidepath.replay;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** JUnit's XML, which every build server shows. */
final class JUnitReport {

  private JUnitReport() {}

  static void write(Path file, List<Result> results) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", "glidepath replay");
      xml.writeAttribute("tests", Integer.toString(results.size()));
      long failures = results.stream().filter(result -> !result.passed()).count();
      xml.writeAttribute("failures", Long.toString(failures));
      for (Result result : results) {
        write(xml, result);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static void write(XMLStreamWriter xml, Result result) throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", result.group().replace('/', '.'));
    xml.writeAttribute("name", result.shortName());
    xml.writeAttribute("time", String.format(Locale.ROOT, "%.4f", result.milliseconds() / 1000));
    if (!result.passed()) {
      xml.writeStartElement("failure");
      xml.writeAttribute("message", result.differences().get(0));
      xml.writeCharacters(String.join("\n", result.differences()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }
}
