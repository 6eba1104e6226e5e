using Nabla.Compiler.Fuse;
using Nabla.Graph;

namespace Nabla.Compiler.Schedule;

/// <summary>Gives each value that needs memory a slot.</summary>
internal sealed class SlotTable
{
    private readonly Dictionary<Tensor, int> _slots = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Variable, int> _variables = [];

    public List<Slot> Slots { get; } = [];

    public List<Variable> Variables { get; } = [];

    public List<ProgramConstant> Constants { get; } = [];

    /// <summary>Says where a computed value goes, before anybody reads it; by default it goes to the arena.</summary>
    public void Place(Tensor root, SlotKind kind, int index) => _slots.Add(root, Add(new Slot(kind, index, root.Spec)));

    /// <summary>The slot of a variable's value at the start, which is also where it is written in place.</summary>
    public int VariableIndex(Variable variable)
    {
        if (!_variables.TryGetValue(variable, out int index))
        {
            index = Variables.Count;
            _variables.Add(variable, index);
            Variables.Add(variable);
        }

        return index;
    }

    public Operand Operand(ValueRef value) => new(SlotOf(value.Root), value.Root.DType, value.Layout);

    public int SlotOf(Tensor root)
    {
        if (!_slots.TryGetValue(root, out int slot))
        {
            slot = Add(Leaf(root) ?? new Slot(SlotKind.Arena, 0, root.Spec));
            _slots.Add(root, slot);
        }

        return slot;
    }

    private Slot? Leaf(Tensor root)
    {
        // Numbers first: a tensor may have been evaluated, and dropped its node, since the graph was walked.
        if (root.Storage is { } storage)
        {
            Constants.Add(new ProgramConstant(root.Spec, storage, default));
            return new Slot(SlotKind.Constant, Constants.Count - 1, root.Spec);
        }

        switch (root.Node!.Op)
        {
            case PlaceholderOp placeholder:
                return new Slot(SlotKind.Input, placeholder.Index, root.Spec);
            case VariableOp variable:
                return new Slot(SlotKind.Variable, VariableIndex(variable.Variable), root.Spec);
            case ConstantOp constant:
                Constants.Add(new ProgramConstant(root.Spec, null, constant.Value));
                return new Slot(SlotKind.Constant, Constants.Count - 1, root.Spec);
            default:
                return null;
        }
    }

    private int Add(Slot slot)
    {
        Slots.Add(slot);
        return Slots.Count - 1;
    }
}
