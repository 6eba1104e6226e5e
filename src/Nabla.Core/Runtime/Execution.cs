using System.Diagnostics;
using System.Runtime.InteropServices;
using Nabla.Compiler;

namespace Nabla.Runtime;

/// <summary>One run of an executable at a time: its arena, and the addresses that its slots are bound to.</summary>
/// <remarks>
/// Running allocates nothing, except that a variable to be assigned is copied first when a handle outside holds its old
/// value.
/// </remarks>
internal sealed unsafe class Execution
{
    private readonly Executable _executable;
    private readonly Storage _arena;
    private readonly nint* _slots;
    private readonly int[][] _inputSlots;
    private readonly int[][] _outputSlots;
    private readonly int[][] _variableSlots;
    private readonly Storage?[] _inputs;
    private readonly Storage?[] _outputs;
    private readonly Storage?[] _variables;

    public Execution(Executable executable)
    {
        _executable = executable;
        Program program = executable.Program;
        long arenaBytes = (program.ArenaBytes + 63) / 64 * 64;
        _arena = AllocateArena(executable.Backend, arenaBytes + executable.WorkspaceBytes);
        _slots = (nint*)NativeMemory.AllocZeroed((nuint)(program.Slots.Count + 1), (nuint)sizeof(nint));
        _slots[executable.WorkspaceSlot] = _arena.Address + (nint)arenaBytes;
        _inputSlots = SlotsOf(SlotKind.Input, program.Inputs.Count);
        _outputSlots = SlotsOf(SlotKind.Output, program.Outputs.Count);
        _variableSlots = SlotsOf(SlotKind.Variable, program.Variables.Count);
        _inputs = new Storage?[program.Inputs.Count];
        _outputs = new Storage?[program.Outputs.Count];
        _variables = new Storage?[program.Variables.Count];
        for (int i = 0; i < program.Slots.Count; i++)
        {
            Slot slot = program.Slots[i];
            _slots[i] = slot.Kind switch
            {
                SlotKind.Arena => _arena.Address + (nint)slot.Offset,
                SlotKind.Constant => executable.Constants[slot.Index]?.Address ?? 0,
                _ => 0,
            };
        }
    }

    /// <summary>Frees the table of addresses.</summary>
    ~Execution() => NativeMemory.Free(_slots);

    public void BindInput(int index, Storage storage) => Bind(_inputs, _inputSlots, index, storage);

    public void BindOutput(int index, Storage storage) => Bind(_outputs, _outputSlots, index, storage);

    /// <summary>Binds memory of the caller's, which stays where it is until the run is over.</summary>
    public void BindInput(int index, nint address) => Bind(_inputSlots, index, address);

    /// <inheritdoc cref="BindInput(int, nint)"/>
    public void BindOutput(int index, nint address) => Bind(_outputSlots, index, address);

    /// <summary>Lets go of inputs and results, so that a pooled execution keeps nobody's memory alive.</summary>
    public void Unbind()
    {
        Array.Clear(_inputs);
        Array.Clear(_outputs);
        Array.Clear(_variables);
    }

    /// <summary>Gives the arena back at once; the execution cannot run again.</summary>
    public void Release() => (_arena as HostStorage)?.Release();

    /// <summary>Runs all steps. When one fails, no variable has changed.</summary>
    public void Run()
    {
        BindVariables();
        if (DebugLog.Level >= DebugLog.KernelTimes)
        {
            RunTimed();
        }
        else
        {
            foreach (Kernel kernel in _executable.Kernels)
            {
                kernel.Run(_slots);
            }
        }

        GC.KeepAlive(this);
    }

    private static Storage AllocateArena(Backend backend, long byteCount)
    {
        try
        {
            return backend.Allocate(byteCount);
        }
        catch (OutOfMemoryException exception)
        {
            HostMemory.ThrowExhausted("The intermediate values of a program", byteCount, exception);
            throw;
        }
    }

    private void BindVariables()
    {
        IReadOnlyList<Variable> variables = _executable.Program.Variables;
        for (int i = 0; i < variables.Count; i++)
        {
            Storage storage = VariableStorage.Bind(variables[i], _executable.Program.Assigned[i], _executable.Backend);
            if (!ReferenceEquals(storage, _variables[i]))
            {
                Bind(_variables, _variableSlots, i, storage);
            }
        }
    }

    private void RunTimed()
    {
        IReadOnlyList<StepPlan> steps = _executable.Program.Steps;
        for (int i = 0; i < steps.Count; i++)
        {
            long start = Stopwatch.GetTimestamp();
            _executable.Kernels[i].Run(_slots);
            DebugLog.Write(
                $"{Stopwatch.GetElapsedTime(start).TotalMicroseconds,9:F1} µs  "
                + $"{_executable.Kernels[i].GetType().Name,-24} {steps[i]}");
        }
    }

    private void Bind(Storage?[] storages, int[][] slots, int index, Storage storage)
    {
        storages[index] = storage;
        Bind(slots, index, storage.Address);
    }

    private void Bind(int[][] slots, int index, nint address)
    {
        foreach (int slot in slots[index])
        {
            _slots[slot] = address;
        }
    }

    private int[][] SlotsOf(SlotKind kind, int count)
    {
        IReadOnlyList<Slot> slots = _executable.Program.Slots;
        ILookup<int, int> byIndex = Enumerable.Range(0, slots.Count).Where(i => slots[i].Kind == kind)
            .ToLookup(i => slots[i].Index);
        return [.. Enumerable.Range(0, count).Select(index => byIndex[index].ToArray())];
    }
}
