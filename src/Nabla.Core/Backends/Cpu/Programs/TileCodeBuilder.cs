using Nabla.Compiler;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>Lowers programs to <see cref="TileCode"/>.</summary>
internal sealed class TileCodeBuilder
{
    private static readonly LaneOperation s_truthAsNumber = new UnaryOperation<TruthAsNumber>(1);
    private static readonly LaneOperation s_isNonZero = new UnaryTest<IsNonZero>(1);
    private static readonly LaneOperation s_wrapUInt8 = new UnaryOperation<Kernels.Elementwise.WrapUInt8>(1);

    private readonly ElementwiseProgram _program;
    private readonly ElementwiseTable _table;
    private readonly List<LaneKind> _kinds = [];
    private readonly List<TileInstruction> _instructions = [];

    // From registers of the program to lowered ones.
    private readonly int[] _registers;

    private TileCodeBuilder(ElementwiseProgram program, ElementwiseTable table)
    {
        _program = program;
        _table = table;
        _registers = new int[program.Inputs.Count + program.Instructions.Count];
    }

    /// <summary>Lowers a program.</summary>
    /// <param name="program">What to compute.</param>
    /// <param name="broadcasts">
    /// For each input that is no constant, in order, whether one element serves a whole row.
    /// </param>
    /// <param name="table">The instructions for operations.</param>
    public static TileCode Build(ElementwiseProgram program, ReadOnlySpan<bool> broadcasts, ElementwiseTable table) =>
        new TileCodeBuilder(program, table).Build(broadcasts);

    /// <summary>The bytes of the lanes that a program runs on.</summary>
    public static int LaneBytesOf(ElementwiseProgram program)
    {
        int registers = program.Inputs.Count + program.Instructions.Count;
        for (int register = 0; register < registers; register++)
        {
            if (program.TypeOf(register).Size == sizeof(long))
            {
                return sizeof(long);
            }
        }

        return sizeof(int);
    }

    private TileCode Build(ReadOnlySpan<bool> broadcasts)
    {
        var loads = new List<TileOperand>();
        var constants = new List<(int, long)>();
        for (int input = 0; input < _program.Inputs.Count; input++)
        {
            ElementwiseInput declared = _program.Inputs[input];
            int register = _registers[input] = NewRegister(KindOf(declared.DType));
            if (declared.Constant is { } constant)
            {
                constants.Add((register, BitsOf(declared.DType, constant)));
            }
            else
            {
                loads.Add(new TileOperand(register, declared.DType, loads.Count, broadcasts[loads.Count]));
            }
        }

        for (int i = 0; i < _program.Instructions.Count; i++)
        {
            _registers[_program.Inputs.Count + i] = Lower(_program.Instructions[i]);
        }

        var stores = new List<TileOperand>();
        foreach (int output in _program.Outputs)
        {
            stores.Add(new TileOperand(
                _registers[output], _program.TypeOf(output), loads.Count + stores.Count, IsBroadcast: false));
        }

        return new TileCode
        {
            LaneBytes = LaneBytesOf(_program),
            Registers = _kinds,
            Loads = loads,
            Constants = constants,
            Instructions = _instructions,
            Stores = stores,
        };
    }

    private int Lower(ElementwiseInstruction instruction)
    {
        (ElementwiseForm form, LaneOperation? operation) = _table.Find(instruction.Op);
        DType type = _program.TypeOf(instruction.Arguments[^1]);
        int[] arguments = [.. instruction.Arguments.Span.ToArray().Select(register => _registers[register])];
        switch (form)
        {
            case ElementwiseForm.Cast:
                return Cast(arguments[0], type, instruction.DType);
            case ElementwiseForm.Test when type is DType.Bool:
                // Masks are ordered the wrong way round: true is −1.
                arguments =
                    [.. arguments.Select(mask => Emit(s_truthAsNumber, LaneKind.Integer, LaneKind.Integer, mask))];
                return Emit(operation!, LaneKind.Integer, LaneKind.Integer, arguments);
            default:
                LaneKind kind = KindOf(type);
                int result = Emit(operation!, kind, kind, arguments);
                return form is ElementwiseForm.Function && type is DType.UInt8
                    ? Emit(s_wrapUInt8, kind, kind, result)
                    : result;
        }
    }

    private int Cast(int register, DType from, DType to)
    {
        LaneKind source = KindOf(from), target = KindOf(to);
        if (from == to)
        {
            return register;
        }

        if (from is DType.Bool)
        {
            return Emit(s_truthAsNumber, target, target, register);
        }

        if (to is DType.Bool)
        {
            return Emit(s_isNonZero, source, source, register);
        }

        if (source != target)
        {
            LaneOperation cast = target is LaneKind.Floating
                ? LaneCastOperation.ToFloating
                : LaneCastOperation.ToInteger;
            register = Emit(cast, source, target, register);
        }

        return to is DType.UInt8 ? Emit(s_wrapUInt8, target, target, register) : register;
    }

    private int Emit(LaneOperation operation, LaneKind kind, LaneKind resultKind, params int[] arguments)
    {
        int result = NewRegister(resultKind);
        _instructions.Add(new TileInstruction(operation, kind, arguments, result));
        return result;
    }

    private int NewRegister(LaneKind kind)
    {
        _kinds.Add(kind);
        return _kinds.Count - 1;
    }

    private static LaneKind KindOf(DType dtype) => dtype.IsFloating ? LaneKind.Floating : LaneKind.Integer;

    private static long BitsOf(DType dtype, Scalar value) => dtype switch
    {
        DType.Float32 => BitConverter.SingleToInt32Bits((float)value.ToDouble()),
        DType.Float64 => BitConverter.DoubleToInt64Bits(value.ToDouble()),
        DType.Bool => value.ToDouble() != 0 ? -1 : 0,
        DType.UInt8 => value.ToInt64() & byte.MaxValue,
        _ => value.ToInt64(),
    };
}
