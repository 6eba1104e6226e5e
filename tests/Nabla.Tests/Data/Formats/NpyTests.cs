using System.Buffers.Binary;
using System.Text;

namespace Nabla.Tests.Data.Formats;

public sealed class NpyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_NumPy_writes_is_read()
    {
        int count = 0;
        foreach (NumPyFile file in NumPyFile.All().Where(file => file.Shape is not null))
        {
            Tensor tensor = Load(file.Content);
            Assert.Equal(file.Shape, tensor.Shape);
            Assert.Equal(file.Elements, tensor.Cast(DType.Float64).ToArray<double>());
            count++;
        }

        Assert.Equal(31, count);
    }

    [Theory]
    [InlineData("bool", DType.Bool)]
    [InlineData("uint8", DType.UInt8)]
    [InlineData("int8", DType.Int32)]
    [InlineData("int16", DType.Int32)]
    [InlineData("uint16", DType.Int32)]
    [InlineData("int32", DType.Int32)]
    [InlineData("uint32", DType.Int64)]
    [InlineData("int64", DType.Int64)]
    [InlineData("uint64", DType.Int64)]
    [InlineData("float16", DType.Float32)]
    [InlineData("float32", DType.Float32)]
    [InlineData("float64", DType.Float64)]
    public void Types_become_ours(string name, DType dtype) =>
        Assert.Equal(dtype, Load(NumPyFile.All().Single(file => file.Name == name).Content).DType);

    [Theory]
    [InlineData("bool")]
    [InlineData("uint8")]
    [InlineData("int32")]
    [InlineData("int64")]
    [InlineData("float32")]
    [InlineData("float64")]
    [InlineData("scalar")]
    [InlineData("vector")]
    [InlineData("empty")]
    public void Files_are_written_to_the_byte_as_NumPy_does(string name)
    {
        byte[] content = NumPyFile.All().Single(file => file.Name == name).Content;
        Npy.Save(_folder["again"], Load(content));
        Assert.Equal(content, File.ReadAllBytes(_folder["again"]));
    }

    [Theory]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2,)}", null)]
    [InlineData("{\"shape\": ( 2 , ) , \"descr\":\"=f4\",'fortran_order':True,}  \n", null)]
    [InlineData("{'descr': '|O', 'fortran_order': False, 'shape': (2,)}", "of type '|O' where b1, u1")]
    [InlineData("{'descr': '<c8', 'fortran_order': False, 'shape': (1,)}", "astype(numpy.float32)")]
    [InlineData("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (2,)}", "Save each field as an array")]
    [InlineData("{'descr': '<f4', 'fortran_order': 0, 'shape': (2,)}", "neither True nor False")]
    [InlineData("{'descr': '<f4', 'fortran_order': False}", "lacks one of")]
    [InlineData("{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (2,)}", "unknown or twice")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (-2,)}", "no list of at most 32 whole numbers")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (3,)}", "declares")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (4294967296, 4294967296)}", "Split it into several")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2,)} + 1", "something follows")]
    [InlineData("__import__('os')", "'{' is expected")]
    public void Headers_are_parsed_and_never_run(string header, string? problem)
    {
        byte[] text = Encoding.ASCII.GetBytes(header);
        byte[] content = [0x93, .. "NUMPY\u0001\0"u8, (byte)text.Length, 0, .. text, .. new byte[8]];
        if (problem is null)
        {
            Assert.Equal([0, 0], Load(content).ToArray());
        }
        else
        {
            Assert.Contains(problem, AssertInvalid(content).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_is_no_array_is_refused()
    {
        byte[] content = NumPyFile.All().Single(file => file.Name == "int16").Content;
        Assert.All(Damage.Truncations(content), cut => AssertInvalid(cut));
        AssertInvalid([.. content, 0]);
        content[6] = 4;
        Assert.Contains("of version 4 where 1 to 3", AssertInvalid(content).Message);

        byte[] huge = NumPyFile.All().Single(file => file.Name == "version 2").Content;
        BinaryPrimitives.WriteUInt32LittleEndian(huge.AsSpan(8), 0xFFFFFFFF);
        Assert.Contains("header has 4294967295 bytes", AssertInvalid(huge).Message);

        byte[] unsigned = NumPyFile.All().Single(file => file.Name == "uint64").Content;
        unsigned[^1] = 0xFF;
        Assert.Contains("beyond int64. Convert it to float64", AssertInvalid(unsigned).Message);
        Assert.Throws<FileNotFoundException>(() => Npy.Load(_folder["missing"]));
    }

    [Fact]
    public void Damage_gives_an_array_or_the_typed_exception()
    {
        byte[] content = NumPyFile.All().Single(file => file.Name == "float16 big-endian fortran").Content;
        foreach (byte[] damaged in Damage.BitFlips(content, 400).Concat(Damage.Edits(content, 300)))
        {
            try
            {
                Tensor tensor = Load(damaged);
                Assert.Equal(tensor.Shape.ElementCount, tensor.Cast(DType.Float64).ToArray<double>().Length);
            }
            catch (InvalidFileException)
            {
                // As it should be.
            }
        }
    }

    private Tensor Load(byte[] content) => Npy.Load(_folder.Put("file.npy", content));

    private InvalidFileException AssertInvalid(byte[] content) =>
        Assert.Throws<InvalidFileException>(() => Load(content));
}
