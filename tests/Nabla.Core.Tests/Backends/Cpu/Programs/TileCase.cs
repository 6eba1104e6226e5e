using System.Runtime.InteropServices;
using Nabla.Backends.Cpu;
using Nabla.Backends.Cpu.Programs;
using Nabla.Compiler;
using Nabla.Graph;
using Nabla.Tests.Backends.Cpu.Simd;

namespace Nabla.Tests.Backends.Cpu.Programs;

/// <summary>A program and the ways to run it, its operands ending where memory does.</summary>
internal sealed unsafe class TileCase(string name, ElementwiseProgram program, bool[] broadcasts)
{
    private static readonly float[] s_specials =
        [float.NaN, float.PositiveInfinity, float.NegativeInfinity, 0, -0f, float.Epsilon, float.MaxValue, 1, -1, 0.5f];

    /// <summary>Arithmetic, comparisons and functions, masks and bytes among their operands, two outputs.</summary>
    public static TileCase Single { get; } = new(
        "float32", Program(DType.Float32, DType.Int32), [false, true, false, false, false]);

    /// <summary>The same on lanes of 64 bits.</summary>
    public static TileCase Double { get; } = new(
        "float64", Program(DType.Float64, DType.Int64), [false, true, false, false, false]);

    public int OperandCount => broadcasts.Length + program.Outputs.Count;

    public override string ToString() => name;

    /// <summary>
    /// Runs rows of so many columns and returns the bytes of the outputs; canary bytes after each row stay as they
    /// were.
    /// </summary>
    public byte[] Run(int bits, bool emits, int rows, int columns)
    {
        TileFunction function = Make(bits, emits, columns);
        var pages = new GuardedPage[OperandCount];
        byte** pointers = stackalloc byte*[OperandCount];
        nint* strides = stackalloc nint[OperandCount];
        var outputs = new List<byte>();
        try
        {
            for (int i = 0; i < pages.Length; i++)
            {
                pages[i] = new GuardedPage();
                bool isBroadcast = i < broadcasts.Length && broadcasts[i];
                int rowBytes = (isBroadcast ? 1 : columns) * TypeOf(i).Size;
                strides[i] = rowBytes;
                pointers[i] = pages[i].End - (rows * rowBytes);
                new Span<byte>(pages[i].End - 4096, 4096).Fill(0xA5);
                Fill(TypeOf(i), new Span<byte>(pointers[i], rows * rowBytes), i, i < broadcasts.Length);
            }

            function.Run(pointers, strides, rows, columns);
            for (int i = broadcasts.Length; i < pages.Length; i++)
            {
                outputs.AddRange(new Span<byte>(pointers[i], (int)(rows * strides[i])));
                var before = new Span<byte>(pages[i].End - 4096, (int)(pointers[i] - (pages[i].End - 4096)));
                Assert.True(before.IndexOfAnyExcept((byte)0xA5) < 0);
            }
        }
        finally
        {
            foreach (GuardedPage page in pages)
            {
                page.Dispose();
            }
        }

        return [.. outputs];
    }

    private TileFunction Make(int bits, bool emits, int columns)
    {
        TileCode code = TileCodeBuilder.Build(program, broadcasts, CpuKernelTable.Instance.Elementwise);
        LaneSet lanes = LaneSet.For(code.LaneBytes, bits);
        if (!emits)
        {
            return new InterpretedTiles(code, lanes);
        }

        var function = new EmittedTiles(code, lanes, streams: false);
        function.Emit(columns);
        return function;
    }

    private DType TypeOf(int operand) => operand < broadcasts.Length
        ? program.Inputs.Where(input => input.HasOperand).ElementAt(operand).DType
        : program.TypeOf(program.Outputs[operand - broadcasts.Length]);

    private static void Fill(DType type, Span<byte> memory, int seed, bool isInput)
    {
        var random = new Random(seed + memory.Length);
        if (!isInput)
        {
            memory.Fill(0x5A);
            return;
        }

        for (int i = 0; i < memory.Length / type.Size; i++)
        {
            double value = random.Next(4) == 0
                ? s_specials[random.Next(s_specials.Length)]
                : (random.NextDouble() * 6) - 3;
            switch (type)
            {
                case DType.Float32:
                    MemoryMarshal.Write(memory[(4 * i)..], (float)value);
                    break;
                case DType.Float64:
                    MemoryMarshal.Write(memory[(8 * i)..], value);
                    break;
                case DType.Int32:
                    MemoryMarshal.Write(memory[(4 * i)..], random.Next(int.MinValue, int.MaxValue));
                    break;
                case DType.Int64:
                    MemoryMarshal.Write(memory[(8 * i)..], random.NextInt64());
                    break;
                default:
                    memory[i] = (byte)(type is DType.Bool ? random.Next(2) : random.Next(256));
                    break;
            }
        }
    }

    private static ElementwiseProgram Program(DType floating, DType integer)
    {
        ElementwiseInput[] inputs =
        [
            new(floating), new(floating), new(integer), new(DType.Bool), new(DType.UInt8),
            new(floating, Constant: 0.7), new(integer, Constant: 3), new(DType.Bool, Constant: true),
        ];
        var code = new List<ElementwiseInstruction>();
        int Emit(ElementwiseOp op, DType type, params int[] arguments)
        {
            code.Add(new ElementwiseInstruction(op, type, arguments));
            return inputs.Length + code.Count - 1;
        }

        int product = Emit(MultiplyAddOp.Instance, floating, 0, 1, 5);
        int greater = Emit(GreaterOp.Instance, DType.Bool, product, 0);
        int chosen = Emit(WhereOp.Instance, floating, greater, product, 1);
        int squashed = Emit(SigmoidOp.Instance, floating, chosen);
        int bytes = Emit(AddOp.Instance, DType.UInt8, 4, 4);
        int fromBytes = Emit(new CastOp(floating), floating, bytes);
        int sum = Emit(AddOp.Instance, floating, squashed, fromBytes);
        int whole = Emit(new CastOp(integer), integer, product);
        int mixed = Emit(MultiplyOp.Instance, integer, whole, 6);
        int shifted = Emit(SubtractOp.Instance, integer, mixed, 2);
        int equal = Emit(EqualOp.Instance, DType.Bool, greater, 3);
        int both = Emit(LessEqualOp.Instance, DType.Bool, equal, 7);
        int picked = Emit(WhereOp.Instance, integer, both, shifted, 2);
        int back = Emit(new CastOp(DType.UInt8), DType.UInt8, picked);
        int maximum = Emit(MaximumOp.Instance, floating, sum, 0);
        return new ElementwiseProgram(inputs, code, [maximum, picked, equal, back, 0]);
    }
}
