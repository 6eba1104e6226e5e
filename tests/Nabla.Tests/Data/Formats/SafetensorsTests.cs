using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Nabla.Data.Formats;

namespace Nabla.Tests.Data.Formats;

public sealed class SafetensorsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_type_survives_a_round_trip()
    {
        var writer = new SafetensorsWriter();
        var expected = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (SafetensorsType type in Enum.GetValues<SafetensorsType>())
        {
            string name = $"layer.{type}";
            expected[name] = Bytes(6 * type.SizeInBytes());
            writer.Add(name, type, [2, 3], expected[name]);
        }

        writer.AddMetadata("format", "nabla");
        writer.AddMetadata("config", """{"name":"ünïcode ∇ 😀","lines":"a\nb"}""");
        writer.Save(_folder["a.safetensors"]);

        using SafetensorsReader reader = SafetensorsReader.Open(_folder["a.safetensors"]);
        Assert.Equal(expected.Count, reader.Tensors.Count);
        Assert.Equal("""{"name":"ünïcode ∇ 😀","lines":"a\nb"}""", reader.Metadata["config"]);
        foreach ((string name, byte[] bytes) in expected)
        {
            SafetensorsTensor tensor = reader.Tensors[name];
            Assert.Equal($"layer.{tensor.Type}", name);
            Assert.Equal([2, 3], tensor.Shape);
            Assert.Equal(0, tensor.Offset % tensor.Type.SizeInBytes());
            Assert.Equal(bytes, Read(reader, name));
        }
    }

    [Fact]
    public void The_bytes_are_those_of_the_specification()
    {
        var writer = new SafetensorsWriter();
        writer.Add("b", SafetensorsType.Float32, [1, 2], Floats(1, 2));
        writer.Add("a", SafetensorsType.UInt8, [3], new byte[] { 7, 8, 9 });
        writer.AddMetadata("k", "v");
        using var stream = new MemoryStream();
        writer.WriteTo(stream);

        string json = """{"__metadata__":{"k":"v"},"b":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]},""" +
            """ "a":{"dtype":"U8","shape":[3],"data_offsets":[8,11]}}""".TrimStart();
        json = json.PadRight((json.Length + 7) / 8 * 8);
        Assert.Equal(Compose(json, [.. Floats(1, 2), 7, 8, 9]), stream.ToArray());
    }

    [Fact]
    public void The_order_of_adding_leaves_no_trace()
    {
        string[] names = ["w.10", "w.2", "b", "ä", "Z"];
        Assert.Equal(Write(names), Write(names.Reverse()));

        static byte[] Write(IEnumerable<string> names)
        {
            var writer = new SafetensorsWriter();
            foreach (string name in names)
            {
                SafetensorsType type = name.Length > 1 ? SafetensorsType.Float64 : SafetensorsType.Int32;
                writer.Add(name, type, [0, 5], Array.Empty<byte>());
                writer.AddMetadata(name, name);
            }

            using var stream = new MemoryStream();
            writer.WriteTo(stream);
            return stream.ToArray();
        }
    }

    [Fact]
    public void Scalars_empty_tensors_and_empty_files_are_fine()
    {
        var writer = new SafetensorsWriter();
        writer.Add("scalar", SafetensorsType.Float32, [], Floats(3));
        writer.Add("empty", SafetensorsType.Int64, [4, 0, 2], Array.Empty<byte>());
        writer.Save(_folder["a.safetensors"]);
        using (SafetensorsReader reader = SafetensorsReader.Open(_folder["a.safetensors"]))
        {
            Assert.Empty(reader.Tensors["scalar"].Shape);
            Assert.Equal(Floats(3), Read(reader, "scalar"));
            Assert.Empty(Read(reader, "empty"));
            Assert.Empty(reader.Metadata);
        }

        new SafetensorsWriter().Save(_folder["b.safetensors"]);
        using SafetensorsReader nothing = SafetensorsReader.Open(_folder["b.safetensors"]);
        Assert.Empty(nothing.Tensors);
    }

    [Fact]
    public void Large_tensors_are_written_and_read_in_parts()
    {
        const int Length = (5 << 20) + 123;
        byte[] content = Bytes(Length);
        var writer = new SafetensorsWriter();
        writer.Add("large", SafetensorsType.UInt8, [Length], (start, part) =>
            content.AsSpan((int)start, part.Length).CopyTo(part));
        writer.Save(_folder["a.safetensors"]);

        using SafetensorsReader reader = SafetensorsReader.Open(_folder["a.safetensors"]);
        byte[] part = new byte[1000];
        reader.ReadBytes("large", 3 << 20, part);
        Assert.Equal(content[(3 << 20)..((3 << 20) + 1000)], part);
        Assert.Equal(content, Read(reader, "large"));
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.ReadBytes("large", Length - 999, part));
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.ReadBytes("large", -1, part));
        Assert.Throws<ArgumentException>(() => reader.ReadBytes("large", part));
        KeyNotFoundException missing = Assert.Throws<KeyNotFoundException>(() => reader.ReadBytes("small", part));
        Assert.Contains("It holds: large.", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_beyond_2_GB_need_no_memory()
    {
        const long Length = 5L << 30;
        string path = _folder["huge.safetensors"];
        string json = $$$"""{"t":{"dtype":"F32","shape":[{{{Length / 4}}}],"data_offsets":[0,{{{Length}}}]}}""";
        byte[] header = Compose(json, []);
        using (var file = new FileStream(path, FileMode.Create))
        {
            file.Write(header);
            try
            {
                file.SetLength(header.Length + Length); // Sparse: no blocks are taken.
            }
            catch (IOException)
            {
                Assert.Skip("This file system has no sparse files of 5 GB.");
            }
        }

        using SafetensorsReader reader = SafetensorsReader.Open(path);
        byte[] part = [1, 2, 3];
        reader.ReadBytes("t", Length - 3, part);
        Assert.Equal([0, 0, 0], part);
    }

    [Fact]
    public void The_writer_refuses_what_could_not_be_read_back()
    {
        var writer = new SafetensorsWriter();
        writer.Add("a", SafetensorsType.UInt8, [1], new byte[1]);
        writer.AddMetadata("k", "v");
        Assert.Throws<ArgumentException>(() => writer.Add("a", SafetensorsType.UInt8, [1], new byte[1]));
        Assert.Throws<ArgumentException>(() => writer.Add("b", SafetensorsType.Float32, [1], new byte[3]));
        Assert.Throws<ArgumentException>(() => writer.Add("__metadata__", SafetensorsType.UInt8, [1], new byte[1]));
        Assert.Throws<ArgumentException>(() => writer.Add("half \ud800", SafetensorsType.UInt8, [1], new byte[1]));
        Assert.Throws<ArgumentException>(
            () => writer.Add("c", SafetensorsType.UInt8, new long[65], Array.Empty<byte>()));
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.Add("c", SafetensorsType.UInt8, [-1], new byte[1]));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => writer.Add("c", SafetensorsType.UInt8, [long.MaxValue, 3], (_, _) => { }));
        Assert.Throws<ArgumentException>(() => writer.AddMetadata("k", "w"));
    }

    [Fact]
    public void Many_threads_may_read_at_once()
    {
        byte[] content = Bytes(100_000);
        var writer = new SafetensorsWriter();
        writer.Add("a", SafetensorsType.UInt8, [content.Length], content);
        writer.Save(_folder["a.safetensors"]);
        using SafetensorsReader reader = SafetensorsReader.Open(_folder["a.safetensors"]);
        Parallel.For(0, 64, start =>
        {
            byte[] part = new byte[1000];
            reader.ReadBytes("a", start * 1000, part);
            Assert.Equal(content[(start * 1000)..((start + 1) * 1000)], part);
        });
    }

    internal static byte[] Compose(string json, byte[] data)
    {
        byte[] header = Encoding.UTF8.GetBytes(json);
        byte[] file = new byte[8 + header.Length + data.Length];
        BinaryPrimitives.WriteUInt64LittleEndian(file, (ulong)header.Length);
        header.CopyTo(file, 8);
        data.CopyTo(file, 8 + header.Length);
        return file;
    }

    internal static byte[] Read(SafetensorsReader reader, string name)
    {
        byte[] content = new byte[reader.Tensors[name].Length];
        reader.ReadBytes(name, content);
        return content;
    }

    private static byte[] Floats(params float[] values) => MemoryMarshal.AsBytes(values.AsSpan()).ToArray();

    private static byte[] Bytes(int length)
    {
        byte[] bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }
}
