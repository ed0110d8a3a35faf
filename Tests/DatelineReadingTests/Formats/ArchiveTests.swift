internal import DatelineModel
internal import DatelineReading
internal import Foundation
import Testing

/// Archives and compressed files; Python makes them, as it comes with every system that builds.
@Suite struct ArchiveTests {
  /// Runs a Python script in the pile's folder.
  private func make(_ pile: Pile, _ script: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    process.currentDirectoryURL = URL(filePath: pile.path)
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  @Test func compressedFilesAreReadAsWhatTheyHold() throws {
    let pile = try Pile()
    try make(
      pile,
      """
      import gzip
      line = b'{"id":"%d","text":"Talks %d."}\\n'
      open('a.jsonl.gz','wb').write(gzip.compress(line % (1,1)) + gzip.compress(line % (2,2)))
      open('bugle-20190801-x.txt.gz','wb').write(gzip.compress(b'Plain.'))
      """)
    let harvest = try pile.read()
    #expect(harvest.articles.map(\.text) == ["Talks 1.", "Talks 2.", "Plain."])
    #expect(harvest.articles[2].id == "bugle-20190801-x.txt.gz")
    #expect(harvest.articles[2].source == "bugle")
    #expect(harvest.messages.isEmpty)
  }

  @Test func aManifestInAnArchiveIsOfItsFiles() throws {
    let pile = try Pile()
    try make(
      pile,
      """
      import io, tarfile, zipfile
      files = {'z/a.txt': b'One.', 'z/articles.csv': b'file,source,date\\na.txt,Bugle,2019-08-01\\n'}
      with zipfile.ZipFile('a.zip', 'w') as z:
          for name, text in files.items(): z.writestr(name, text)
      with tarfile.open('b.tar.gz', 'w:gz') as t:
          for name, text in files.items():
              member = tarfile.TarInfo(name); member.size = len(text); t.addfile(member, io.BytesIO(text))
      """)
    let harvest = try pile.read()
    #expect(harvest.articles.map(\.source) == ["Bugle", "Bugle"])
    #expect(harvest.articles.map(\.published?.text) == ["2019-08-01", "2019-08-01"])
    #expect(harvest.messages.isEmpty)
  }

  @Test func whatFollowsJunkInAGzipIsMissed() throws {
    let pile = try Pile()
    try make(
      pile,
      """
      import gzip
      line = b'{"id":"%d","text":"Talks %d."}\\n'
      one, two = (gzip.compress(line % (n,n)) for n in (1,2))
      open('junk.jsonl.gz','wb').write(one + b'junk' + two)
      open('broken.jsonl.gz','wb').write(one + b'\\x1f\\x8bjunk' + two)
      open('zeros.jsonl.gz','wb').write(one + b'\\0' * 100000 + two + b'\\0' * 512)
      """)
    let junk = try pile.read([pile.path + "/junk.jsonl.gz"])
    #expect(junk.articles.map(\.text) == ["Talks 1."])
    #expect(
      junk.messages == [
        "junk.jsonl.gz: what stands behind the compressed data is no gzip, and is not read; "
          + "fetch the file again"
      ])
    #expect(junk.tally.unreadable == 1)
    let broken = try pile.read([pile.path + "/broken.jsonl.gz"])
    #expect(broken.articles.map(\.text) == ["Talks 1."])
    #expect(
      broken.messages == ["broken.jsonl.gz: the compressed data are damaged; fetch the file again"])
    let zeros = try pile.read([pile.path + "/zeros.jsonl.gz"])
    #expect(zeros.articles.map(\.text) == ["Talks 1.", "Talks 2."])
    #expect(zeros.messages.isEmpty)
  }

  @Test func anArchiveIsReadAsAFolder() throws {
    let pile = try Pile()
    try make(
      pile,
      """
      import zipfile, tarfile, io
      with zipfile.ZipFile('a.zip','w',zipfile.ZIP_DEFLATED) as z:
          z.writestr('one.txt','One.'); z.writestr('sub/two.txt','Two.'); z.writestr('.x','X')
      with tarfile.open('b.tar.gz','w:gz') as t:
          for name, text in [('three.txt', b'Three.')]:
              info = tarfile.TarInfo(name); info.size = len(text); t.addfile(info, io.BytesIO(text))
          info = tarfile.TarInfo('link.txt'); info.type = tarfile.SYMTYPE; info.linkname = '/etc/passwd'
          t.addfile(info)
      """)
    let alone = try pile.read([pile.path + "/a.zip"])
    #expect(alone.articles.map(\.id) == ["one.txt", "sub/two.txt"])
    #expect(alone.messages.isEmpty)
    let harvest = try pile.read()
    #expect(
      harvest.articles.map(\.id) == ["a.zip/one.txt", "a.zip/sub/two.txt", "b.tar.gz/three.txt"])
    #expect(
      harvest.messages == [
        "b.tar.gz/link.txt: a link or device in an archive is not followed; "
          + "put the file itself into the archive"
      ])
  }

  @Test func pagesThatDatelineWroteAreLeftOutOfArchivesToo() throws {
    let pile = try Pile()
    try make(
      pile,
      """
      import zipfile
      with zipfile.ZipFile('a.zip','w') as z:
          z.writestr('one.txt','One.')
          z.writestr('index.html','<html><meta name="generator" content="Dateline"><p>One.</p></html>')
      """)
    let harvest = try pile.read([pile.path + "/a.zip"])
    #expect(harvest.articles.map(\.id) == ["one.txt"])
    #expect(
      harvest.messages == [
        "a.zip/index.html: the file is Dateline's own work and left out; "
          + "write pages to a folder beside the articles"
      ])
  }

  @Test func noMemberLeavesItsArchive() throws {
    let pile = try Pile()
    try make(
      pile,
      """
      import tarfile, io
      with tarfile.open('a.tar','w') as t:
          for name in ['../out.txt', '/etc/out.txt', 'x/../../out.txt', 'in.txt']:
              info = tarfile.TarInfo(name); info.size = 4; t.addfile(info, io.BytesIO(b'Text'))
      """)
    let harvest = try pile.read([pile.path + "/a.tar"])
    #expect(harvest.articles.map(\.id) == ["in.txt"])
    #expect(harvest.messages.count == 3)
    #expect(harvest.messages.allSatisfy { $0.contains("leads out of the archive") })
  }

  @Test func bombsAndDamageEndInMessages() throws {
    let pile = try Pile()
    try make(
      pile,
      """
      import gzip, zipfile
      big = b' ' * (40 << 20)
      open('a.txt.gz','wb').write(gzip.compress(big))
      with zipfile.ZipFile('b.zip','w',zipfile.ZIP_DEFLATED) as z: z.writestr('b.txt', big)
      good = gzip.compress(b'{"text":"One."}\\n' * 1000)
      open('c.jsonl.gz','wb').write(good[:len(good)//2])
      open('d.jsonl.gz','wb').write(good[:20] + b'garbage' + good[27:])
      nest = b'Deep.'
      for i in range(6): nest = gzip.compress(nest)
      open('e.gz','wb').write(nest)
      open('f.zip','wb').write(b'PK\\x03\\x04' + b'\\x00' * 50)
      """)
    let harvest = try pile.read()
    #expect(harvest.messages.contains { $0.hasPrefix("a.txt.gz: ") && $0.contains("limit ") })
    #expect(harvest.messages.contains { $0.hasPrefix("b.zip") && $0.contains("limit ") })
    #expect(harvest.messages.contains { $0.hasPrefix("c.jsonl.gz: the compressed data end") })
    #expect(harvest.messages.contains { $0.hasPrefix("d.jsonl.gz: the compressed data are dam") })
    #expect(harvest.messages.contains { $0.contains("limit archiveDepth") })
    #expect(harvest.messages.contains { $0.hasPrefix("f.zip: the archive ") })
  }
}
