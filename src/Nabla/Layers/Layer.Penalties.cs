namespace Nabla;

public abstract partial class Layer
{
    /// <summary>
    /// The penalties on parameters of this layer and of those within it, as far as training changes them; what layers
    /// add during a call comes by <see cref="CallContext.AddLoss"/>.
    /// </summary>
    public IEnumerable<(Variable Parameter, Regularizer Regularizer)> ParameterRegularizers =>
        from entry in TrainableEntries
        where entry.Regularizer is not null
        select (entry.Variable, entry.Regularizer);

    /// <summary>
    /// The conditions on parameters of this layer and of those within it, as far as training changes them: a trainer
    /// assigns what they give after each update.
    /// </summary>
    public IEnumerable<(Variable Parameter, Constraint Constraint)> ParameterConstraints =>
        from entry in TrainableEntries
        where entry.Constraint is not null
        select (entry.Variable, entry.Constraint);

    private IEnumerable<LayerVariable> TrainableEntries => !Trainable ? [] :
        [
            .. _variables.Where(entry => entry.IsParameter),
            .. _layers.SelectMany(layer => layer.TrainableEntries),
        ];
}
