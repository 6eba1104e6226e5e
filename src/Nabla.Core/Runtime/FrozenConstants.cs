using Nabla.Compiler;

namespace Nabla.Runtime;

/// <summary>The constants of a frozen program, offered to the kernels that are made for it.</summary>
/// <remarks>
/// A kernel may bring a constant into a form of its own, once, instead of at every run. Forms never change, are shared
/// by all executions, and live as long as the program; a constant that every reader has in another form is let go.
/// </remarks>
public sealed class FrozenConstants
{
    private readonly Program _program;
    private readonly Backend _backend;
    private readonly Storage?[] _storages;
    private readonly Dictionary<(Operand, PreparedForm), Storage> _forms = [];
    private readonly Dictionary<int, int> _operandsLeft;

    internal FrozenConstants(Program program, Backend backend, Storage?[] storages)
    {
        (_program, _backend, _storages) = (program, backend, storages);
        _operandsLeft = program.Steps.SelectMany(step => step.Reads).CountBy(read => read.Slot).ToDictionary();
    }

    /// <summary>The bytes of all forms.</summary>
    internal long FormBytes => _forms.Values.Sum(form => form.ByteCount);

    /// <summary>The numbers of an operand; null where they are not known before the program runs.</summary>
    public Storage? Of(Operand operand)
    {
        ArgumentNullException.ThrowIfNull(operand);
        Slot slot = _program.Slots[operand.Slot];
        return slot.Kind is SlotKind.Constant ? _storages[slot.Index] : null;
    }

    /// <summary>A constant in another form. The kernel does not read the operand itself any more.</summary>
    /// <param name="operand">The constant, and how the kernel sees it.</param>
    /// <param name="form">The form.</param>
    /// <param name="fill">Makes the form: reads the constant and writes the form's memory.</param>
    /// <exception cref="ArgumentException">The operand is not a constant.</exception>
    public Storage Prepare(Operand operand, PreparedForm form, Action<Storage, Storage> fill)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(fill);
        Storage constant = Of(operand)
            ?? throw new ArgumentException($"{operand} is not a constant of this program.", nameof(operand));
        if (!_forms.TryGetValue((operand, form), out Storage? prepared))
        {
            prepared = _backend.Allocate(form.ByteCount);
            fill(constant, prepared);
            _forms.Add((operand, form), prepared);
        }

        _operandsLeft[operand.Slot]--;
        return prepared;
    }

    /// <summary>Whether a step still reads the constant as it lies.</summary>
    internal bool IsRead(int index) => _operandsLeft.Any(
        entry => entry.Value > 0 && _program.Slots[entry.Key] is { Kind: SlotKind.Constant } slot
            && slot.Index == index);
}
