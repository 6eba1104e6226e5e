using Nabla.Cli.Reports;

namespace Nabla.Cli.Tests.Reports;

public sealed class OutputFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Asking_ChangesNothing()
    {
        File.WriteAllText(_folder["old"], "content");

        OutputFile.ThrowIfNotWritable(_folder["old"], 100);
        OutputFile.ThrowIfNotWritable(_folder["new"], 100);
        OutputFile.ThrowIfNotWritable(null, 100);

        Assert.Equal("content", File.ReadAllText(_folder["old"]));
        Assert.Equal(["old"], _folder.FileNames());
    }

    [Fact]
    public void AReadOnlyFile_IsNotWritable()
    {
        File.WriteAllText(_folder["old"], "content");
        File.SetAttributes(_folder["old"], FileAttributes.ReadOnly);

        Assert.Throws<FileWriteException>(() => OutputFile.ThrowIfNotWritable(_folder["old"], 100));
        File.SetAttributes(_folder["old"], FileAttributes.Normal);
    }

    [Fact]
    public void WithoutRoom_NothingIsWritable()
    {
        FileWriteException exception =
            Assert.Throws<FileWriteException>(() => OutputFile.ThrowIfNotWritable(_folder["new"], long.MaxValue / 2));

        Assert.Contains(_folder["new"], exception.Message, StringComparison.Ordinal);
        Assert.Empty(_folder.FileNames());
    }
}
