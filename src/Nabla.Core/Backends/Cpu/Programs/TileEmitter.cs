using System.Diagnostics.CodeAnalysis;
using System.Reflection.Emit;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>
/// Emits a lowered program as a method: two nested loops around straight-line calls, all of which the JIT inlines.
/// </summary>
/// <remarks>
/// Every register is a local of vector type. Constants are left where they are used, because the JIT hoists them while
/// registers last and
/// folds them into memory operands when they run out. All loads of a vector come before its stores, so an output may
/// overwrite an input.
/// </remarks>
[RequiresDynamicCode("Emits code at run time.")]
internal sealed class TileEmitter
{
    private readonly TileCode _code;
    private readonly LaneSet _lanes;
    private readonly bool _isRest;
    private readonly bool _streams;
    private readonly ILGenerator _il;
    private readonly DynamicMethod _method;
    private readonly LocalBuilder[] _pointers;
    private readonly LocalBuilder?[] _registers;
    private readonly Dictionary<int, TileOperand> _loads;
    private readonly Dictionary<int, long> _constants;
    private readonly LocalBuilder _row;
    private readonly LocalBuilder _column;
    private readonly LocalBuilder _end;

    public TileEmitter(TileCode code, LaneSet lanes, bool isRest, bool streams)
    {
        (_code, _lanes, _isRest, _streams) = (code, lanes, isRest, streams);
        Type[] parameters = [typeof(byte**), typeof(nint*), typeof(nint), typeof(nint), typeof(nint)];
        _method = new DynamicMethod(
            "ElementwiseProgram", typeof(void), parameters, typeof(TileEmitter).Module, skipVisibility: true);
        _il = _method.GetILGenerator();
        _pointers = [.. Enumerable.Range(0, code.OperandCount).Select(_ => _il.DeclareLocal(typeof(byte*)))];
        _registers = new LocalBuilder?[code.Registers.Count];
        _loads = code.Loads.ToDictionary(load => load.Register);
        _constants = code.Constants.ToDictionary(constant => constant.Register, constant => constant.Bits);
        _row = _il.DeclareLocal(typeof(nint));
        _column = _il.DeclareLocal(typeof(nint));
        _end = _il.DeclareLocal(typeof(nint));
    }

    public TileMethod Emit()
    {
        Label nextRow = _il.DefineLabel(), testRow = _il.DefineLabel();
        for (int operand = 0; operand < _pointers.Length; operand++)
        {
            _il.Emit(OpCodes.Ldarg_0);
            _il.Emit(OpCodes.Ldc_I4, operand * nint.Size);
            _il.Emit(OpCodes.Add);
            _il.Emit(OpCodes.Ldind_I);
            _il.Emit(OpCodes.Stloc, _pointers[operand]);
        }

        _il.Emit(OpCodes.Ldarg_3);
        _il.Emit(OpCodes.Ldarg, 4);
        _il.Emit(OpCodes.Add);
        _il.Emit(OpCodes.Stloc, _end);
        _il.Emit(OpCodes.Ldarg_2);
        _il.Emit(OpCodes.Stloc, _row);
        _il.Emit(OpCodes.Br, testRow);

        _il.MarkLabel(nextRow);
        foreach (TileOperand load in _code.Loads.Where(load => load.IsBroadcast))
        {
            _il.Emit(OpCodes.Ldloc, _pointers[load.Operand]);
            _il.Emit(OpCodes.Call, Transfer(load).Broadcast);
            _il.Emit(OpCodes.Stloc, Local(load.Register));
        }

        _il.Emit(OpCodes.Ldarg_3);
        _il.Emit(OpCodes.Stloc, _column);
        EmitColumns();
        AdvanceRows();

        _il.MarkLabel(testRow);
        _il.Emit(OpCodes.Ldloc, _row);
        _il.Emit(OpCodes.Ldc_I4_0);
        _il.Emit(OpCodes.Conv_I);
        _il.Emit(OpCodes.Bgt, nextRow);
        _il.Emit(OpCodes.Ret);
        return _method.CreateDelegate<TileMethod>();
    }

    private void EmitColumns()
    {
        Label next = _il.DefineLabel();
        _il.MarkLabel(next);
        EmitBody();
        if (!_isRest)
        {
            _il.Emit(OpCodes.Ldloc, _column);
            _il.Emit(OpCodes.Ldc_I4, _lanes.Count);
            _il.Emit(OpCodes.Conv_I);
            _il.Emit(OpCodes.Add);
            _il.Emit(OpCodes.Stloc, _column);
            _il.Emit(OpCodes.Ldloc, _column);
            _il.Emit(OpCodes.Ldloc, _end);
            _il.Emit(OpCodes.Blt, next);
        }
    }

    private void AdvanceRows()
    {
        for (int operand = 0; operand < _pointers.Length; operand++)
        {
            _il.Emit(OpCodes.Ldloc, _pointers[operand]);
            _il.Emit(OpCodes.Ldarg_1);
            _il.Emit(OpCodes.Ldc_I4, operand * nint.Size);
            _il.Emit(OpCodes.Add);
            _il.Emit(OpCodes.Ldind_I);
            _il.Emit(OpCodes.Add);
            _il.Emit(OpCodes.Stloc, _pointers[operand]);
        }

        _il.Emit(OpCodes.Ldloc, _row);
        _il.Emit(OpCodes.Ldc_I4_1);
        _il.Emit(OpCodes.Conv_I);
        _il.Emit(OpCodes.Sub);
        _il.Emit(OpCodes.Stloc, _row);
    }

    private void EmitBody()
    {
        var loaded = new HashSet<int>();
        foreach (TileInstruction instruction in _code.Instructions)
        {
            foreach (int argument in instruction.Arguments)
            {
                EnsureLoaded(argument, loaded);
            }

            foreach (int argument in instruction.Arguments)
            {
                Push(argument, instruction.Kind);
            }

            _il.Emit(OpCodes.Call, _lanes.Method(instruction.Operation, instruction.Kind));
            _il.Emit(OpCodes.Stloc, Local(instruction.Result));
        }

        foreach (TileOperand store in _code.Stores)
        {
            EnsureLoaded(store.Register, loaded);
        }

        foreach (TileOperand store in _code.Stores)
        {
            Push(store.Register, _code.Registers[store.Register]);
            Address(store);
            LaneTransfer transfer = Transfer(store);
            if (_isRest)
            {
                PushCount();
            }

            _il.Emit(
                OpCodes.Call, _isRest ? transfer.StorePartial : _streams ? transfer.StoreStreaming : transfer.Store);
        }
    }

    private void EnsureLoaded(int register, HashSet<int> loaded)
    {
        if (_loads.TryGetValue(register, out TileOperand? load) && !load.IsBroadcast && loaded.Add(register))
        {
            Address(load);
            LaneTransfer transfer = Transfer(load);
            if (_isRest)
            {
                PushCount();
            }

            _il.Emit(OpCodes.Call, _isRest ? transfer.LoadPartial : transfer.Load);
            _il.Emit(OpCodes.Stloc, Local(register));
        }
    }

    /// <summary>A register's value, a mask being taken to the kind that is wanted.</summary>
    private void Push(int register, LaneKind kind)
    {
        if (_constants.TryGetValue(register, out long bits))
        {
            _il.Emit(OpCodes.Ldc_I8, bits);
            _il.Emit(OpCodes.Call, _lanes.FromBits(kind));
            return;
        }

        _il.Emit(OpCodes.Ldloc, Local(register));
        if (_code.Registers[register] != kind)
        {
            _il.Emit(OpCodes.Call, _lanes.MaskTo(kind));
        }
    }

    private void Address(TileOperand operand)
    {
        _il.Emit(OpCodes.Ldloc, _pointers[operand.Operand]);
        _il.Emit(OpCodes.Ldloc, _column);
        if (operand.DType.Size > 1)
        {
            _il.Emit(OpCodes.Ldc_I4, operand.DType.Size);
            _il.Emit(OpCodes.Conv_I);
            _il.Emit(OpCodes.Mul);
        }

        _il.Emit(OpCodes.Add);
    }

    private void PushCount()
    {
        _il.Emit(OpCodes.Ldarg, 4);
        _il.Emit(OpCodes.Conv_I4);
    }

    private LaneTransfer Transfer(TileOperand operand) =>
        _lanes.Transfer(operand.DType, _code.Registers[operand.Register]);

    private LocalBuilder Local(int register) =>
        _registers[register] ??= _il.DeclareLocal(_lanes.VectorType(_code.Registers[register]));
}
